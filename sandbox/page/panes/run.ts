// One run of the log, or several that did the same.
import { dayAt } from '../../../src/domain/day.ts';
import type { LogDone, LogEntry, LogLine } from '../../machine/log-entry.ts';
import type { SandboxState } from '../../machine/state.ts';
import { type Html, html } from '../../../src/text/html.ts';
import { dayMoment, moment } from '../moments.ts';
import type { FoldedRun } from './fold-runs.ts';

export function renderRun({ entry, count, since }: FoldedRun, { clock, config }: SandboxState): Html {
  const { zone } = clock;
  const isOneDay = dayAt(since, zone) === dayAt(entry.at, zone);
  const last = html`${dayMoment(entry.at, zone)}`;
  const when =
    count === 1 ? moment(entry.at, zone) : isOneDay ? last : html`${dayMoment(since, zone)} – ${last}`;
  return html`<li class="run">
    <div class="run-head">${when} <span class="tag">${causeWords(entry, count)}</span></div>
    ${headline(entry, config.path)} ${list(doneLines(entry.done))}
    ${named('Left for the next run', entry.left.map(plainLine))}
    ${named('Could not be read', entry.unknown.map(plainLine))}
    ${named('Chose not to do', entry.notDone.map(plainLine))}
    ${named(
      'About the config',
      entry.problems.map(({ line, message }) => html`<li>Line ${line}: ${message}</li>`),
    )}
  </li>`;
}

function causeWords({ cause }: LogEntry, count: number): string {
  if (cause === 'schedule') return count === 1 ? 'daily run' : `${count} daily runs`;
  return count === 1 ? 'webhook' : `${count} webhooks`;
}

function headline({ result, done, left, unknown, crash }: LogEntry, path: string): Html | undefined {
  switch (result) {
    case 'no-config':
      return html`<p>There is no <code>${path}</code> on the default branch. Nothing was changed.</p>`;
    case 'broken-config':
      return html`<p class="bad">
        The config can't be used. Nothing was changed; the last good state stays.
      </p>`;
    case 'crashed':
      return html`<p class="bad">
        The run stopped with an error: ${crash ?? 'nobody knows why'}. What it did so far stays; the next run
        continues.
      </p>`;
    case 'off':
      return html`<p>
        <code>enabled: no</code> is in the config: relcomms takes back what is its own, and does nothing else.
      </p>`;
    case 'planned':
    case 'applied':
      if (done.length + left.length + unknown.length > 0) return undefined;
      return html`<p class="muted">Everything was as it should be. Nothing was written.</p>`;
  }
}

const OUTCOMES: Readonly<Record<LogDone['outcome'], string>> = {
  done: '',
  already: 'Already so: ',
  failed: 'Failed: ',
  soft: 'Not possible: ',
  'not-tried': 'Not tried: ',
  held: 'Left: ',
};

/** Neighbours with one reason share it. */
function doneLines(done: readonly LogDone[]): Html[] {
  return done.map((line, index) => {
    const next = done[index + 1];
    return doneLine(line, next !== undefined && reasonOf(next) === reasonOf(line));
  });
}

function doneLine(line: LogDone, shared: boolean): Html {
  const { what, outcome, number } = line;
  const opened = what.startsWith('open ') && number !== undefined ? ` (#${number})` : '';
  return html`<li class="did did-${outcome}">
    <span class="did-what">${OUTCOMES[outcome]}${capital(what)}${opened}</span>
    ${!shared && html`<span class="why">${reasonOf(line)}</span>`}
  </li>`;
}

function reasonOf({ why, detail }: LogDone): string {
  return detail === undefined ? why : `${why}; ${detail}`;
}

function plainLine({ what, why }: LogLine): Html {
  return html`<li><span>${capital(what)}</span> <span class="why">${why}</span></li>`;
}

function named(title: string, lines: readonly Html[]): Html | undefined {
  return lines.length === 0
    ? undefined
    : html`<p class="run-part">${title}</p>
        ${list(lines)}`;
}

function list(lines: readonly Html[]): Html | undefined {
  return lines.length === 0
    ? undefined
    : html`<ul>
        ${lines}
      </ul>`;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
