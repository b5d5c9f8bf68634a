// Draws what a duty shows of itself as plain data: headings, lines, tables and links.
import type { DutyPane, PanePiece, PaneSection, PaneText } from '../../../src/duties/pane.ts';
import type { SandboxState } from '../../machine/state.ts';
import { type Html, html } from '../../../src/text/html.ts';
import { threadLink } from '../links.ts';
import type { Pane } from '../pane.ts';
import { paneView } from '../pane-view.ts';
import type { PageQuery } from '../query.ts';

type Drawable = DutyPane<unknown> & Required<Pick<DutyPane<unknown>, 'sections'>>;

/** There only while the config has the section. */
export function plainPane({ id, title, count, sections }: Drawable, section: string): Pane {
  return {
    id,
    title,
    isShown: ({ config }) => config.sections[section] !== undefined,
    count: (state) => count?.(paneView(state, section)) ?? 0,
    render: (state, query) => {
      const shown = sections(paneView(state, section));
      return html`<h2>${title}</h2>
        ${
          shown.length === 0
            ? html`<p class="empty">Nothing to show yet.</p>`
            : shown.map((each) => renderSection(each, state, query))
        }`;
    },
  };
}

function renderSection(
  { title, lines = [], table }: PaneSection,
  state: SandboxState,
  query: PageQuery,
): Html {
  return html`<section class="stack">
    <h3>${title}</h3>
    ${lines.map((line) => html`<p class="plain">${renderText(line, state, query)}</p>`)}
    ${table !== undefined && renderTable(title, table, state, query)}
  </section>`;
}

function renderTable(
  title: string,
  { head, rows }: NonNullable<PaneSection['table']>,
  state: SandboxState,
  query: PageQuery,
): Html {
  return html`<div class="table-scroll" tabindex="0" role="region" aria-label="${title}">
    <table class="plain-table">
      <thead>
        <tr>
          ${head.map((cell) => html`<th scope="col">${cell}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          (row) =>
            html`<tr>
              ${row.map((cell) => html`<td>${renderText(cell, state, query)}</td>`)}
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}

function renderText(text: PaneText, state: SandboxState, query: PageQuery): Html[] {
  const pieces: readonly PanePiece[] = Array.isArray(text) ? text : [text as PanePiece];
  return pieces.map((piece) => renderPiece(piece, state, query));
}

/** An address that no browser should follow is only read. */
function renderPiece(piece: PanePiece, state: SandboxState, query: PageQuery): Html {
  if (typeof piece === 'string') return html`${piece}`;
  if ('issue' in piece) return html`<a href="${threadLink(state, query, piece.issue)}">${piece.text}</a>`;
  return /^https?:\/\//i.test(piece.url)
    ? html`<a href="${piece.url}">${piece.text}</a>`
    : html`${piece.text}`;
}
