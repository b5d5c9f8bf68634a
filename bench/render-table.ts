// The measures as a table of fixed columns for a terminal.
import { type Row, fails, isMet } from './measure.ts';

export function renderTable(rows: readonly Row[]): string {
  const cells = rows.map((row) => [
    row.note === undefined ? row.measure : `${row.measure} (${row.note})`,
    `${figure(row.measured)} ${row.unit}`.trim(),
    row.target === undefined ? '' : `≤ ${row.target.atMost} ${row.unit}`.trim(),
    verdictOf(row),
  ]);
  const all = [['measure', 'measured', 'target', 'met'], ...cells];
  const widths = [0, 1, 2, 3].map((column) => Math.max(...all.map((row) => row[column]?.length ?? 0)));
  const line = (row: readonly string[]): string =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join(' | ')
      .trimEnd();
  const [head = [], ...body] = all;
  const missed = rows.filter((row) => isMet(row) === false).length;
  const allowed = missed - rows.filter(fails).length;
  const aimed = rows.filter((row) => row.target !== undefined).length;
  return `${[line(head), widths.map((width) => '-'.repeat(width)).join('-+-'), ...body.map(line)].join('\n')}\n\n${aimed - missed} of ${aimed} targets met, ${allowed} missed with a reason.\n`;
}

function verdictOf(row: Row): string {
  const met = isMet(row);
  if (met === undefined) return '';
  if (met) return 'yes';
  return row.allowed === undefined ? 'NO' : `missed, allowed: ${row.allowed}`;
}

/** Three digits that matter; counts stay whole. */
function figure(value: number): string {
  return Number.isInteger(value) ? String(value) : value.toPrecision(value < 1000 ? 3 : 4);
}
