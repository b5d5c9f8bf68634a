// What a person can do with a pull request besides commenting: review, merge, ask, report a check.
import type { IssueSnapshot } from '../../../packages/embedded-github/src/index.ts';
import type { PullState } from '../../machine/pulls.ts';
import { CONCLUSIONS } from '../../machine/act-order.ts';
import type { SandboxState } from '../../machine/state.ts';
import { type Html, html } from '../../../src/text/html.ts';
import type { PageQuery } from '../query.ts';

export function renderPullActions(
  issue: IssueSnapshot,
  pull: PullState,
  { people }: SandboxState,
  query: PageQuery,
): Html {
  const number = html`<input type="hidden" name="pull" value="${pull.number}" data-type="number" />`;
  if (issue.state === 'closed') return reportCheck(number);
  const others = people.filter((login) => login !== issue.author);
  return html`${review(number, query)}
    <div class="buttons">
      <form data-control="/control/act" class="inline">
        <input type="hidden" name="action" value="merge" />${number}
        <button id="merge" class="primary" ${pull.draft && html`disabled`}>Merge as ${query.as}</button>
      </form>
      <form data-control="/control/act" class="inline">
        <input type="hidden" name="action" value="${pull.draft ? 'ready' : 'draft'}" />${number}
        <button id="flip-draft">${pull.draft ? 'Ready for review' : 'Convert to draft'}</button>
      </form>
      <form data-control="/control/act" class="inline">
        <input type="hidden" name="action" value="request-review" />${number}
        <label class="visually-hidden" for="reviewer">Reviewer</label>
        <select id="reviewer" name="reviewer">
          ${others.map((login) => html`<option>${login}</option>`)}
        </select>
        <button id="ask-review">Ask for a review</button>
      </form>
    </div>
    ${reportCheck(number)}`;
}

function review(number: Html, { as }: PageQuery): Html {
  return html`<form data-control="/control/act" data-clear>
    ${number}
    <label for="review-text">Review as ${as}</label>
    <textarea id="review-text" name="body" rows="2"></textarea>
    <div class="buttons">
      <button id="approve" data-set="action:approve">Approve</button>
      <button id="request-changes" data-set="action:request-changes">Request changes</button>
    </div>
  </form>`;
}

function reportCheck(number: Html): Html {
  return html`<form data-control="/control/act" class="fields">
    <input type="hidden" name="action" value="check" />${number}
    <div>
      <label for="check-name">Complete a check run</label>
      <input id="check-name" name="name" value="unit tests" required maxlength="100" />
    </div>
    <div>
      <label for="check-conclusion">Conclusion</label>
      <select id="check-conclusion" name="conclusion">
        ${CONCLUSIONS.map((word) => html`<option value="${word}">${word.replaceAll('_', ' ')}</option>`)}
      </select>
    </div>
    <div class="wide">
      <label for="check-summary">Summary</label>
      <input id="check-summary" name="summary" maxlength="1000" />
    </div>
    <button id="check-send">Report</button>
  </form>`;
}
