// The ledger comment: what was announced, where and when, as a table that people read and programs key.
import { parseDay } from '../domain/day.ts';
import type { LedgerEntry, LedgerState } from '../domain/observed.ts';
import { markerLine } from '../text/marker.ts';
import { ledgerStateOf } from './read-ledger-state.ts';

/** On a line of its own: the words of an entry may hold what looks like it. */
const STATE = /^<!-- relcomms:state (\{.*\}) -->$/m;
const ROW = /^\| (\d{4}-\d\d-\d\d) \| (.*) <!-- relcomms:entry (\S+) --> \|\s*$/;

/** The key of the ledger that belongs to an issue. */
export function ledgerKey(issueKey: string): string {
  return `${issueKey}/ledger`;
}

/** The key of the issue that a ledger belongs to, or undefined when the key is no ledger's. */
export function issueOfLedger(key: string): string | undefined {
  return key.endsWith('/ledger') ? key.slice(0, -'/ledger'.length) : undefined;
}

/** All entries, oldest first as they were written. */
export function readLedger(body: string): LedgerEntry[] {
  return body.split(/\r?\n/).flatMap((line) => {
    const [, text, words, key] = ROW.exec(line) ?? [];
    const day = text === undefined ? undefined : parseDay(text);
    return day === undefined || words === undefined || key === undefined ? [] : [{ key, day, text: words }];
  });
}

/** A new ledger comment. */
export function renderLedger(issueKey: string, entries: readonly LedgerEntry[], state?: LedgerState): string {
  return [
    markerLine(ledgerKey(issueKey)),
    '### Communications log',
    '',
    'What relcomms did and told, kept by relcomms. Each line is written once.',
    '',
    '| Day | What |',
    '| --- | --- |',
    ...entries.map(row),
    '',
    ...(state === undefined ? [] : [stateLine(state), '']),
  ].join('\n');
}

/** The comment with the entries it lacks, behind the last row, and the state; what people wrote stays. */
export function addToLedger(
  body: string,
  issueKey: string,
  entries: readonly LedgerEntry[],
  state?: LedgerState,
): string {
  const added = addEntries(body, issueKey, entries);
  if (state === undefined || stateLine(state) === stateLineOf(added)) return added;
  const old = stateLineOf(added);
  return old === undefined
    ? `${added.trimEnd()}\n\n${stateLine(state)}\n`
    : added.replace(STATE, () => stateLine(state));
}

/** What the ledger remembers; undefined when there is nothing or nothing that can be read. */
export function readState(body: string): LedgerState | undefined {
  const text = STATE.exec(body)?.[1];
  if (text === undefined) return undefined;
  try {
    return ledgerStateOf(JSON.parse(text));
  } catch {
    return undefined;
  }
}

/** JSON in which nothing can end the comment that hides it. */
function stateLine(state: LedgerState): string {
  return `<!-- relcomms:state ${JSON.stringify(state)
    .replaceAll('>', String.raw`\u003e`)
    .replaceAll('--', String.raw`-\u002d`)} -->`;
}

function stateLineOf(body: string): string | undefined {
  return STATE.exec(body)?.[0];
}

function addEntries(body: string, issueKey: string, entries: readonly LedgerEntry[]): string {
  const known = new Set(readLedger(body).map((entry) => entry.key));
  const fresh = entries.filter((entry) => !known.has(entry.key));
  if (fresh.length === 0) return body;
  const lines = body.split('\n');
  const last = lines.findLastIndex((line) => ROW.test(line) || line.startsWith('| --- '));
  if (last < 0) return `${body.trimEnd()}\n\n${renderLedger(issueKey, fresh)}`;
  return [...lines.slice(0, last + 1), ...fresh.map(row), ...lines.slice(last + 1)].join('\n');
}

function row(entry: LedgerEntry): string {
  return `| ${entry.day} | ${entry.text} <!-- relcomms:entry ${entry.key} --> |`;
}
