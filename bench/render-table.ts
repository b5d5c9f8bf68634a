// The measures as a table of fixed columns for a terminal.
import { type Row, isMet } from './measure.ts';

export function renderTable(rows: readonly Row[]): string {
  const cells = rows.map((row) => [
    row.note === undefined ? row.measure : `${row.measure} (${row.note})`,
    `${figure(row.measured)} ${row.unit}`.trim(),
    row.target === undefined ? '' : `≤ ${row.target.atMost} ${row.unit}`.trim(),
    { true: 'yes', false: 'NO', undefined: '' }[String(isMet(row)) as 'true' | 'false' | 'undefined'],
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
  const aimed = rows.filter((row) => row.target !== undefined).length;
  return `${[line(head), widths.map((width) => '-'.repeat(width)).join('-+-'), ...body.map(line)].join('\n')}\n\n${aimed - missed} of ${aimed} targets met.\n`;
}

/** Three digits that matter; counts stay whole. */
function figure(value: number): string {
  return Number.isInteger(value) ? String(value) : value.toPrecision(value < 1000 ? 3 : 4);
}
