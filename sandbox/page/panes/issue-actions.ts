// What a person can do with an issue: comment, close or reopen it, edit its text.
import type { IssueSnapshot } from '../../../packages/embedded-github/src/index.ts';
import { type Html, html } from '../../../src/text/html.ts';
import type { PageQuery } from '../query.ts';

export function renderIssueActions(issue: IssueSnapshot, query: PageQuery): Html {
  const number = html`<input type="hidden" name="issue" value="${issue.number}" data-type="number" />`;
  const flip = issue.state === 'open' ? 'close' : 'reopen';
  const what = issue.pull ? 'pull request' : 'issue';
  return html`<section class="actions" aria-label="Act as ${query.as}">
    <form data-control="/control/act" data-clear>
      <input type="hidden" name="action" value="comment" />${number}
      <label for="comment-text">Comment as ${query.as}</label>
      <textarea id="comment-text" name="body" rows="3" required></textarea>
      <button id="comment-send" class="primary">Comment</button>
    </form>
    <form data-control="/control/act">
      <input type="hidden" name="action" value="${flip}" />${number}
      <button id="issue-flip">${flip === 'close' ? 'Close' : 'Reopen'} the ${what} as ${query.as}</button>
    </form>
    <details id="edit-body-details">
      <summary>Edit the text by hand</summary>
      <form data-control="/control/act">
        <input type="hidden" name="action" value="edit-body" />${number}
        <label for="edit-body-text">Markdown of #${issue.number}, with the hidden marks of relcomms</label>
        <textarea id="edit-body-text" name="body" rows="18" spellcheck="false" class="code">
${issue.body}</textarea>
        <button id="edit-body-send">Save as ${query.as}</button>
      </form>
    </details>
  </section>`;
}
