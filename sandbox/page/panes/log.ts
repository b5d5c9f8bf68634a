// Pane: what relcomms did and why, and what it chose not to do.
import type { SandboxState } from '../../machine/state.ts';
import { type Html, html } from '../../../src/text/html.ts';
import type { Pane } from '../pane.ts';
import { type PageQuery, linkTo } from '../query.ts';
import { foldRuns } from './fold-runs.ts';
import { renderRun } from './run.ts';

/** Newest runs that are shown; all of them are in `GET /control/state`. */
const MOST = 60;
const MOST_BESIDE = 12;

export const log: Pane = {
  id: 'log',
  title: 'Log',
  render: (state) =>
    renderLog(
      state,
      MOST,
      html`<p class="muted">Older runs are in <a href="/control/state">the state as JSON</a>.</p>`,
    ),
};

/** The newest of the log, beside another pane. */
export function renderLogBeside(state: SandboxState, query: PageQuery): Html {
  const link = linkTo(query, { pane: 'log' });
  return renderLog(state, MOST_BESIDE, html`<p><a href="${link}">Older runs</a></p>`);
}

function renderLog(state: SandboxState, most: number, older: Html): Html {
  const runs = foldRuns(state.log);
  return html`<h2>What relcomms did, and why</h2>
    <ol class="log">
      ${runs.slice(0, most).map((run) => renderRun(run, state))}
    </ol>
    ${runs.length > most && older}`;
}
