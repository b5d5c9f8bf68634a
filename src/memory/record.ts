// A record: a folded comment of ours that keeps rows of data from run to run.
import type { RecordRows } from '../domain/observed.ts';
import { hiddenData, quietData, readHiddenData } from './hidden-data.ts';
import { markerLine } from '../text/marker.ts';
import { isDeepStrictEqual } from 'node:util';

/** GitHub takes 65,536 characters; no record is longer than this. */
export const RECORD_LIMIT = 60_000;

/** The key of a record on an issue. */
export function recordKey(issueKey: string, name: string): string {
  return `${issueKey}/record/${name}`;
}

/** The issue and the name that the key of a record tells; undefined when it is no record's. */
export function readRecordKey(key: string): { readonly issue: string; readonly name: string } | undefined {
  const [, issue, name] = /^(.+)\/record\/([^/]+)$/.exec(key) ?? [];
  return issue === undefined || name === undefined ? undefined : { issue, name };
}

export interface RecordText {
  /** Markdown of one line, already escaped. */
  readonly title: string;
  /** The same; of several lines where it is shown. */
  readonly about: string;
  readonly rows: RecordRows;
  /** It is no folded comment: people read `about` without opening anything. */
  readonly isShown?: true | undefined;
}

/** The whole comment. */
export function renderRecord(key: string, { title, about, rows, isShown }: RecordText): string {
  const sorted = Object.fromEntries(Object.entries(rows).toSorted(([a], [b]) => (a < b ? -1 : 1)));
  if (isShown === true)
    return [markerLine(key), `### ${title}`, '', about, '', quietData('record', sorted), ''].join('\n');
  return [
    markerLine(key),
    `<details><summary>${title}</summary>`,
    '',
    about,
    '',
    hiddenData('record', sorted),
    '',
    '</details>',
    '',
  ].join('\n');
}

/** The rows of a record; empty when somebody broke it: it is begun anew then. */
export function readRecord(body: string): RecordRows {
  const data = readHiddenData(body, 'record');
  if (typeof data !== 'object' || data === null || Array.isArray(data)) return {};
  return Object.fromEntries(Object.entries(data));
}

/**
 * For a record that two runs changed at the same time: `current` with what `ours` changed since `base`. A row that both
 * changed is ours.
 */
export function mergeRows(base: RecordRows, ours: RecordRows, current: RecordRows): RecordRows {
  const names = new Set([...Object.keys(current), ...Object.keys(ours)]);
  const merged = [...names].flatMap((name): [string, unknown][] => {
    const changed = !isDeepStrictEqual(ours[name], base[name]);
    const row = changed ? ours[name] : current[name];
    return row === undefined ? [] : [[name, row]];
  });
  return Object.fromEntries(merged);
}
