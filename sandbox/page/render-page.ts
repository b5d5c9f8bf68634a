// The whole page of the sandbox, rendered from the state and the address.
import { dayWords } from '../../src/text/words.ts';
import type { SandboxState } from '../machine/state.ts';
import { renderClockBar, renderPlaces } from './clock-bar.ts';
import { type Html, html } from '../../src/text/html.ts';
import type { Pane } from './pane.ts';
import { PANES } from './panes.ts';
import { log, renderLogBeside } from './panes/log.ts';
import { type PageQuery, linkTo } from './query.ts';
import { renderTimeline } from './timeline.ts';

export function renderPage(state: SandboxState, asked: PageQuery): string {
  const query = { ...asked, as: state.people.includes(asked.as) ? asked.as : (state.people[0] ?? asked.as) };
  const panes = PANES.filter((each) => each.isShown?.(state) ?? true);
  const pane = panes.find(({ id }) => id === query.pane) ?? panes[0] ?? log;
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>${pane.title} · relcomms sandbox</title>
        <link rel="stylesheet" href="/style.css" />
        <script src="/client.js" defer></script>
      </head>
      <body data-version="${state.version}">
        <a class="skip" href="#pane">Skip to the pane</a>
        <header class="top">
          <div class="brand">
            <h1>relcomms <span class="muted">sandbox</span></h1>
            <strong id="today">${dayWords(state.clock.today)}</strong>
          </div>
          ${renderClockBar(state, query)}
        </header>
        <noscript
          ><p class="notice">
            The buttons need JavaScript. Without it, everything they do is an HTTP call: see docs/sandbox.md.
          </p></noscript
        >
        <p id="status" class="status" role="status" aria-live="polite"></p>
        ${banner(state, query)} ${about(state)}
        <section class="cycle" aria-label="Timeline">${renderTimeline(state)}</section>
        <nav class="tabs" aria-label="Panes">${panes.map((each) => tab(each, pane, state, query))}</nav>
        <div class="columns${pane === log && ' columns-one'}">
          <main id="pane" tabindex="-1">${pane.render(state, query)}</main>
          ${pane !== log && html`<aside aria-label="Log">${renderLogBeside(state, query)}</aside>`}
        </div>
        <footer class="foot muted">
          Everything here runs on this machine: relcomms as an App on an embedded GitHub.
          <a href="/control/state">State as JSON</a>
        </footer>
      </body>
    </html> `.text;
}

/** What this is, and what to try now. */
function about(state: SandboxState): Html {
  return html`<section class="about" aria-label="About this page">
    <p>
      relcomms keeps a release's people informed: see it work on ${state.repo.fullName}, a pretend GitHub
      repository, with the clock in your hand. ${renderPlaces(state)}
    </p>
    <p><strong>Try:</strong> ${state.scenario.hint}</p>
  </section>`;
}

function tab(each: Pane, chosen: Pane, state: SandboxState, query: PageQuery): Html {
  const count = each.count?.(state, query) ?? 0;
  return html`<a href="${linkTo(query, { pane: each.id })}" ${each === chosen && html` aria-current="page"`}
    >${each.title}${count > 0 && html` <span class="counter">${count}</span>`}</a
  >`;
}

function troubleWords({ webhooks, until, failWrites, failReads }: SandboxState['faults']): string[] {
  return [
    ...(webhooks === 'arrive'
      ? []
      : [until === undefined ? 'Webhooks get lost.' : `Webhooks get lost until ${dayWords(until)}.`]),
    ...(failWrites > 0 ? [`The next ${failWrites} writes fail.`] : []),
    ...(failReads > 0 ? [`The next ${failReads} reads fail.`] : []),
  ];
}

function configTrouble(text: string, errors: number): string {
  if (text === '') return 'There is no config.';
  return `The config has ${errors === 1 ? 'a problem' : `${errors} problems`}.`;
}

/** What is out of order stays in sight on every pane. */
function banner({ faults, config }: SandboxState, query: PageQuery): Html | undefined {
  const errors = config.problems.filter(({ severity }) => severity === 'error').length;
  const notes = [
    ...troubleWords(faults).map(
      (words) => html`<a href="${linkTo(query, { pane: 'trouble' })}">${words}</a>`,
    ),
    ...(errors > 0
      ? [html`<a href="${linkTo(query, { pane: 'config' })}">${configTrouble(config.text, errors)}</a>`]
      : []),
  ];
  return notes.length === 0
    ? undefined
    : html`<section class="notice" aria-label="Out of order">
        ${notes.map((note) => html`${note} `)}
      </section>`;
}
