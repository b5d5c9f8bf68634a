// Pane: one issue as GitHub renders it, the tracking issue unless another is chosen.
import type { IssueSnapshot } from '../../../packages/embedded-github/src/index.ts';
import type { SandboxState } from '../../machine/state.ts';
import { type Html, html } from '../../../src/text/html.ts';
import type { Drawing } from '../pane.ts';
import { type PageQuery, linkTo } from '../query.ts';
import { renderIssueActions } from './issue-actions.ts';
import { renderIssueHead } from './issue-head.ts';
import { renderThread } from './thread.ts';

export const issue: Drawing = {
  render: (state, query) => {
    const shown = chosenIssue(state, query);
    if (shown === undefined)
      return html`<p class="empty">
        No issue yet. relcomms opens the tracking issue when the cycle begins: step on to a later day, or look
        at the log.
      </p>`;
    return html`${renderChoice(shown, state, query)} ${renderIssueHead(shown, state, query)}
    ${renderThread(shown, state, query)} ${renderIssueActions(shown, query)}`;
  },
};

/** The issue of the address; without one the first tracking issue that is open. */
function chosenIssue(state: SandboxState, { issue: number }: PageQuery): IssueSnapshot | undefined {
  if (number !== undefined) return state.repo.issues.find((candidate) => candidate.number === number);
  const own = trackingIssues(state);
  return own.find((candidate) => candidate.state === 'open') ?? own.at(-1);
}

/** Issues of a bot that stand on their own: one for each release. */
function trackingIssues({ repo }: SandboxState): IssueSnapshot[] {
  return repo.issues.filter(
    ({ author, parent, pull }) => author.endsWith('[bot]') && parent === null && !pull,
  );
}

/** The way from one release to the other, and back from any other issue. */
function renderChoice(shown: IssueSnapshot, state: SandboxState, query: PageQuery): Html | undefined {
  const own = trackingIssues(state);
  if (own.length === 0 || (own.length === 1 && own[0] === shown)) return undefined;
  return html`<nav class="choice" aria-label="Tracking issues">
    ${own.map(
      (each) =>
        html`<a
          href="${linkTo(query, { pane: 'issue', issue: each.number })}"
          ${each === shown && html`aria-current="true"`}
          >${each.title}</a
        > `,
    )}
  </nav>`;
}
