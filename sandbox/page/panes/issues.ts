// Pane: every issue of the repository.
import type { IssueSnapshot } from '../../../packages/embedded-github/src/index.ts';
import type { SandboxState } from '../../machine/state.ts';
import { type Html, html } from '../../../src/text/html.ts';
import type { Pane } from '../pane.ts';
import { moment } from '../moments.ts';
import { type PageQuery, linkTo } from '../query.ts';
import { stateWords } from './state-words.ts';

export const issues: Pane = {
  id: 'issues',
  title: 'Issues',
  count: (state) => state.repo.issues.filter((issue) => issue.state === 'open' && !issue.pull).length,
  render: (state, query) => {
    const all = state.repo.issues.filter((issue) => !issue.pull).toReversed();
    return html`<h2>Issues</h2>
      ${
        all.length === 0
          ? html`<p class="empty">No issues yet.</p>`
          : html`<ul class="rows">
              ${all.map((issue) => row(issue, state, query))}
            </ul>`
      }
      <details id="open-issue-details">
        <summary>Open an issue</summary>
        <form data-control="/control/act" data-clear>
          <input type="hidden" name="action" value="open-issue" />
          <label for="open-issue-title">Title</label>
          <input id="open-issue-title" name="title" required maxlength="256" />
          <label for="open-issue-body">Text</label>
          <textarea id="open-issue-body" name="body" rows="4"></textarea>
          <button id="open-issue-send" class="primary">Open issue as ${query.as}</button>
        </form>
      </details>`;
  },
};

function row(issue: IssueSnapshot, state: SandboxState, query: PageQuery): Html {
  const { length } = issue.comments;
  return html`<li class="row">
    <span class="state state-${issue.state}">${stateWords(issue)}</span>
    <div class="row-main">
      <a class="row-title" href="${linkTo(query, { pane: 'issue', issue: issue.number })}">${issue.title}</a>
      ${issue.labels.map((label) => html`<span class="label">${label}</span> `)}
      <div class="muted">
        #${issue.number} opened ${moment(state.times.issues.get(issue.number), state.clock.zone)} by
        ${issue.author}${issue.assignees.length > 0 && ` · assigned to ${issue.assignees.join(', ')}`}${length > 0 && ` · ${length} comment${length === 1 ? '' : 's'}`}
      </div>
    </div>
  </li>`;
}
