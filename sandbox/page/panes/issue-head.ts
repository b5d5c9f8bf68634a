// The head of an issue: title, state, and what hangs on it.
import type { IssueSnapshot } from '../../../packages/embedded-github/src/index.ts';
import type { SandboxState } from '../../machine/state.ts';
import { type Html, html } from '../../../src/text/html.ts';
import { type PageQuery, linkTo } from '../query.ts';
import { stateWords } from './state-words.ts';

export function renderIssueHead(issue: IssueSnapshot, state: SandboxState, query: PageQuery): Html {
  const pinned = state.repo.pinned.includes(issue.number);
  const link = (number: number): Html =>
    html`<a href="${linkTo(query, { pane: 'issue', issue: number })}">#${number}</a>`;
  return html`<div class="issue-head">
    <h2>${issue.title} <span class="muted">#${issue.number}</span></h2>
    <p class="facts">
      <span class="state state-${issue.state}">${stateWords(issue)}</span>
      ${pinned && html`<span class="tag">pinned</span>`}
      ${issue.locked && html`<span class="tag">locked</span>`}
      ${issue.labels.map((label) => html`<span class="label">${label}</span>`)}
      ${issue.milestone !== null && html`<span>GitHub milestone <strong>${issue.milestone}</strong></span>`}
      ${issue.assignees.length > 0 && html`<span>Assigned to <strong>${issue.assignees.join(', ')}</strong></span>`}
      ${issue.parent !== null && html`<span>Part of ${link(issue.parent)}</span>`}
      ${issue.subIssues.length > 0 && html`<a href="${linkTo(query, { pane: 'issues' })}">${closedOf(issue, state)} of ${issue.subIssues.length} sub-issues closed</a>`}
    </p>
  </div>`;
}

function closedOf({ subIssues }: IssueSnapshot, { repo }: SandboxState): number {
  const closed = new Set(repo.issues.filter(({ state }) => state === 'closed').map(({ number }) => number));
  return subIssues.filter((number) => closed.has(number)).length;
}
