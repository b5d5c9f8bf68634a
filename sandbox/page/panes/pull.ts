// One pull request as GitHub shows it: the conversation, the checks, the files, and what people can do.
import type { IssueSnapshot } from '../../../packages/embedded-github/src/index.ts';
import type { PullState, ReviewState } from '../../machine/pulls.ts';
import type { SandboxState } from '../../machine/state.ts';
import { type Html, html } from '../../../src/text/html.ts';
import { moment } from '../moments.ts';
import { type PageQuery, linkTo } from '../query.ts';
import { renderChecks } from './checks.ts';
import { renderFiles } from './diff.ts';
import { renderIssueActions } from './issue-actions.ts';
import { renderPullActions } from './pull-actions.ts';
import { pullStateWords, stateOfPull } from './state-words.ts';
import { type Entry, renderBody, renderComment, renderEntry } from './thread.ts';

export function renderPull(
  issue: IssueSnapshot,
  pull: PullState,
  state: SandboxState,
  query: PageQuery,
): Html {
  return html`<p><a href="${linkTo(query, { pane: 'pulls' })}">All pull requests</a></p>
    ${head(issue, pull)}${renderBody(issue, state, query)}${conversation(issue, pull, state, query)}
    ${merged(pull, state)}${renderChecks(pull.checks, state, query)}
    <h3>Files changed <span class="muted">${pull.files.length}</span></h3>
    ${renderFiles(pull.files)}
    <section class="actions" aria-label="Review as ${query.as}">
      ${renderPullActions(issue, pull, state, query)}
    </section>
    ${renderIssueActions(issue, query)}`;
}

function head(issue: IssueSnapshot, pull: PullState): Html {
  const verb = pull.merged === null ? 'wants to merge' : 'merged';
  return html`<div class="issue-head">
    <h2>${issue.title} <span class="muted">#${issue.number}</span></h2>
    <p class="facts">
      <span class="state state-${stateOfPull(issue, pull)}">${pullStateWords(issue, pull)}</span>
      <span
        ><strong>${(pull.merged?.by ?? issue.author).replace('[bot]', '')}</strong> ${verb}
        <code>${pull.head}</code> into <code>${pull.base}</code></span
      >
      ${issue.labels.map((label) => html`<span class="label">${label}</span>`)}
      ${issue.assignees.length > 0 && html`<span>Assigned to <strong>${issue.assignees.join(', ')}</strong></span>`}
    </p>
    ${reviewers(pull)}
  </div>`;
}

/** Who was asked, and what the newest word of each reviewer is. */
function reviewers({ reviewers: asked, reviews }: PullState): Html | undefined {
  const newest = new Map(reviews.map((review) => [review.author, review]));
  for (const login of asked) newest.delete(login);
  if (asked.length + newest.size === 0) return undefined;
  return html`<p class="facts">
    <span class="muted">Reviewers</span>
    ${asked.map((login) => html`<span class="tag"><strong>${login}</strong> asked</span>`)}
    ${[...newest.values()].map((review) => html`<span class="tag tag-${review.state}"><strong>${review.author}</strong> ${VERBS[review.state] ?? review.state}</span>`)}
  </p>`;
}

const VERBS: Readonly<Record<string, string>> = {
  approved: 'approved',
  changes_requested: 'requested changes',
  commented: 'reviewed',
  dismissed: 'was dismissed',
};

/** Comments and reviews in the order in which they were written. */
function conversation(issue: IssueSnapshot, pull: PullState, state: SandboxState, query: PageQuery): Html[] {
  const comments = issue.comments.map((comment) => ({
    at: state.times.comments.get(comment.id) ?? '',
    shown: renderComment(comment, state, query),
  }));
  const reviews = pull.reviews.map((review) => ({
    at: review.at,
    shown: renderEntry(reviewEntry(review), state, query),
  }));
  return [...comments, ...reviews]
    .toSorted((a, b) => (a.at < b.at ? -1 : Number(a.at > b.at)))
    .map(({ shown }) => shown);
}

function reviewEntry({ author, at, body, state }: ReviewState): Entry {
  return { author, at, body, verb: VERBS[state] ?? state, mark: state };
}

function merged({ merged: merge, base }: PullState, { clock }: SandboxState): Html | undefined {
  if (merge === null) return undefined;
  return html`<p class="event event-merged">
    <strong>${merge.by}</strong> merged this into <code>${base}</code>
    <span class="muted">${moment(merge.at, clock.zone)}</span>
  </p>`;
}
