// Pane: the pages of the wiki, as people read them.
import { type Html, html } from '../../../src/text/html.ts';
import { linkTargets } from '../links.ts';
import { renderMarkdown } from '../markdown/render-markdown.ts';
import type { Drawing } from '../pane.ts';
import { type PageQuery, linkTo } from '../query.ts';
import type { SeenPage } from '../../outside/state.ts';

export const wiki: Drawing = {
  render: (state, query) => {
    const known = state.outside?.wiki;
    const pages = known?.pages ?? [];
    // The page of a release is what there is to see; the first one was there before.
    const page = pages.find(({ file }) => file === query.page) ?? pages.at(-1);
    if (known === undefined || page === undefined)
      return html`<h2>Wiki</h2>
        <p class="empty">
          The config of this scenario keeps no page in the wiki. The scenario Kyma does, with the section
          <code>wiki</code>.
        </p>`;
    return html`<h2>Wiki: ${titleOf(page)}</h2>
      <nav class="choice" aria-label="Pages">${pages.map((each) => pageLink(each, page, query))}</nav>
      <article class="comment">
        <div class="markdown">${renderMarkdown(page.text, { links: linkTargets(state, query) })}</div>
      </article>
      <details id="wiki-history">
        <summary>Who changed the wiki, newest first</summary>
        <ul>
          ${known.history.map((line) => html`<li>${line}</li>`)}
        </ul>
      </details>`;
  },
};

function titleOf({ file }: SeenPage): string {
  return file.replace(/\.md$/, '').replaceAll('-', ' ');
}

function pageLink(each: SeenPage, chosen: SeenPage, query: PageQuery): Html {
  return html`<a href="${linkTo(query, { page: each.file })}" ${each === chosen && html` aria-current="true"`}
    >${titleOf(each)}</a
  >`;
}
