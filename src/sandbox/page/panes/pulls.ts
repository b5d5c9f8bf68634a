// Pane: pull requests, and what a person can do with them.
import type { IssueSnapshot } from '../../github/index.ts';
import type { SandboxState } from '../../machine/state.ts';
import { type Html, html } from '../html.ts';
import type { Pane } from '../pane.ts';
import { type PageQuery, linkTo } from '../query.ts';
import { stateWords } from './state-words.ts';

export const pulls: Pane = {
  id: 'pulls',
  title: 'Pull requests',
  count: (state) => state.repo.issues.filter((issue) => issue.state === 'open' && issue.pull).length,
  render: (state, query) => {
    const all = state.repo.issues.filter((issue) => issue.pull).toReversed();
    return html`<h2>Pull requests</h2>
      ${
        all.length === 0
          ? html`<p class="empty">No pull requests. Open one to see what relcomms does with it.</p>`
          : html`<ul class="rows">
              ${all.map((pull) => row(pull, state, query))}
            </ul>`
      }
      <form data-control="/control/act" data-clear>
        <input type="hidden" name="action" value="open-pull" />
        <label for="open-pull-title">Title</label>
        <input id="open-pull-title" name="title" required maxlength="256" />
        <label for="open-pull-body">Text</label>
        <textarea id="open-pull-body" name="body" rows="3"></textarea>
        <button id="open-pull-send" class="primary">Open a pull request as ${query.as}</button>
      </form>`;
  },
};

function row(pull: IssueSnapshot, _: SandboxState, query: PageQuery): Html {
  return html`<li class="row">
    <span class="state state-${pull.state}">${stateWords(pull)}</span>
    <div class="row-main">
      <a class="row-title" href="${linkTo(query, { pane: 'issue', issue: pull.number })}">${pull.title}</a>
      <div class="muted">#${pull.number} by ${pull.author}</div>
    </div>
    ${pull.state === 'open' && html`<div class="row-end">${button('approve', 'Approve', pull.number)}${button('merge', 'Merge', pull.number)}</div>`}
  </li>`;
}

function button(action: string, words: string, number: number): Html {
  return html`<form data-control="/control/act">
    <input type="hidden" name="action" value="${action}" />
    <input type="hidden" name="pull" value="${number}" data-type="number" />
    <button id="${action}-${number}" class="small">
      ${words}<span class="visually-hidden"> #${number}</span>
    </button>
  </form>`;
}
