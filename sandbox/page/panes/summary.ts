// Pane: the summary of the last scheduled run, as the Action would write it into its job.
import { html } from '../../../src/text/html.ts';
import { linkTargets } from '../links.ts';
import { renderMarkdown } from '../markdown/render-markdown.ts';
import { moment } from '../moments.ts';
import type { Pane } from '../pane.ts';

export const summary: Pane = {
  id: 'summary',
  title: 'Job summary',
  render: (state, query) => {
    if (state.summary === undefined) return html`<p class="empty">The schedule has started no run yet.</p>`;
    const { at, text } = state.summary;
    return html`<h2>Summary of the daily job</h2>
      <p class="muted">
        What the Action writes into the summary of its job. GitHub shows it on the page of the workflow run.
        ${moment(at, state.clock.zone)}
      </p>
      <article class="comment" aria-label="Summary">
        <div class="markdown">${renderMarkdown(text, { links: linkTargets(state, query) })}</div>
      </article>`;
  },
};
