// The hidden sheet with what the workbook began with, so that an import can tell what people changed.
import { FIELDS, type ManualResult, type Results, resultsOf } from '../domain/manual-test.ts';
import { sortedRows } from '../manual-tests/merge-results.ts';
import { readField } from '../manual-tests/results-file.ts';
import type { Sheet, Value } from './book.ts';
import { BASE } from './sheet-names.ts';

/** Changes with the layout of the hidden sheet. */
const FORMAT = 'relcomms 1';

export interface BaseSheet {
  readonly release: string;
  readonly results: Results;
  /** Ids of all runs that the workbook listed. */
  readonly runs: ReadonlySet<string>;
}

export function renderBase({ release, results, runs }: BaseSheet): Sheet {
  const rows: Value[][] = [
    [FORMAT, release],
    ...[...runs].toSorted().map((run): Value[] => ['run', run]),
    ...sortedRows(results).map((row): Value[] => [
      row.candidate,
      row.run,
      ...FIELDS.map((field) => row[field] ?? null),
    ]),
  ];
  return { name: BASE, rows, veryHidden: true };
}

/** Undefined when it is gone or was changed: then nobody knows what the workbook began with. */
export function readBase(sheets: readonly Sheet[]): BaseSheet | undefined {
  const sheet = sheets.find(({ name }) => name === BASE);
  const [first, ...rest] = sheet?.rows ?? [];
  const release = textOf(first?.[1]);
  if (first?.[0] !== FORMAT || release === undefined) return undefined;
  const runs = new Set<string>();
  const rows: ManualResult[] = [];
  for (const cells of rest) {
    const [candidate, run] = [textOf(cells[0]), textOf(cells[1])];
    if (candidate === undefined || run === undefined) return undefined;
    if (candidate === 'run') runs.add(run);
    else rows.push({ candidate, run, ...fieldsOf(cells) });
  }
  return { release, results: resultsOf(rows), runs };
}

function fieldsOf(cells: readonly Value[]): Readonly<Record<string, string>> {
  const read = FIELDS.flatMap((field, index) => {
    const value = readField(field, textOf(cells[index + 2]) ?? '');
    return value === undefined ? [] : [[field, value]];
  });
  return Object.fromEntries(read) as Record<string, string>;
}

function textOf(value: Value | undefined): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}
