// Pane: pull requests, or one of them.
import type { IssueSnapshot } from '../../../packages/embedded-github/src/index.ts';
import type { SandboxState } from '../../machine/state.ts';
import { type Html, html } from '../../../src/text/html.ts';
import { moment } from '../moments.ts';
import type { Drawing } from '../pane.ts';
import { type PageQuery, linkTo } from '../query.ts';
import { renderPull } from './pull.ts';
import { pullStateWords, stateOfPull } from './state-words.ts';

export const pulls: Drawing = {
  count: (state) => state.repo.issues.filter((issue) => issue.state === 'open' && issue.pull).length,
  render: (state, query) => {
    const all = state.repo.issues.filter((issue) => issue.pull).toReversed();
    const chosen = all.find(({ number }) => number === query.issue);
    const pull = chosen && state.pulls.get(chosen.number);
    if (chosen !== undefined && pull !== undefined) return renderPull(chosen, pull, state, query);
    return html`<h2>Pull requests</h2>
      ${
        all.length === 0
          ? html`<p class="empty">No pull requests. Open one to see what relcomms does with it.</p>`
          : html`<ul class="rows">
              ${all.map((each) => row(each, state, query))}
            </ul>`
      }
      <form data-control="/control/act" data-clear>
        <input type="hidden" name="action" value="open-pull" />
        <label for="open-pull-title">Title</label>
        <input id="open-pull-title" name="title" required maxlength="256" />
        <label for="open-pull-body">Text</label>
        <textarea id="open-pull-body" name="body" rows="3"></textarea>
        <button id="open-pull-send" class="primary">Open a pull request as ${query.as}</button>
        <p class="muted">
          It adds a note. To propose another schedule, use
          <a href="${linkTo(query, { pane: 'config' })}">Config</a>.
        </p>
      </form>`;
  },
};

function row(issue: IssueSnapshot, state: SandboxState, query: PageQuery): Html {
  const pull = state.pulls.get(issue.number);
  const { length } = issue.comments;
  const notes = [
    ...(pull === undefined ? [] : reviewNotes(pull.reviews, pull.reviewers)),
    ...(pull?.checks ?? []).map(({ name, conclusion }) => `${name}: ${conclusion ?? 'running'}`),
    ...(length === 0 ? [] : [`${length} comment${length === 1 ? '' : 's'}`]),
  ];
  return html`<li class="row">
    <span class="state state-${stateOfPull(issue, pull)}">${pullStateWords(issue, pull)}</span>
    <div class="row-main">
      <a class="row-title" href="${linkTo(query, { pane: 'pulls', issue: issue.number })}">${issue.title}</a>
      ${issue.labels.map((label) => html`<span class="label">${label}</span> `)}
      <div class="muted">
        #${issue.number} opened ${moment(state.times.issues.get(issue.number), state.clock.zone)} by
        ${issue.author}${notes.map((note) => ` · ${note}`)}
      </div>
    </div>
  </li>`;
}

function reviewNotes(
  reviews: readonly { readonly author: string; readonly state: string }[],
  asked: readonly string[],
): string[] {
  const newest = new Map(reviews.map(({ author, state }) => [author, state]));
  return [
    ...[...newest].map(([author, state]) => `${state.replaceAll('_', ' ')} by ${author}`),
    ...(asked.length === 0 ? [] : [`review of ${asked.join(', ')} asked for`]),
  ];
}
