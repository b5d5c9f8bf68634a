// Lines of fixed columns: day, kind, to whom, and a sentence that may be as long as it likes.
import { type Day, formatDay } from '../../src/domain/day.ts';

export interface Row {
  readonly day: Day;
  /** What it is, in one or two words. */
  readonly kind: string;
  /** Who gets a mail; empty when nobody does. */
  readonly to: string;
  readonly sentence: string;
}

/** `widths` are those of kind and to. The day is told once for all its lines. */
export function renderRows(rows: readonly Row[], [kind, to]: readonly [number, number]): string[] {
  return rows.map((row, index) => {
    const known = rows[index - 1]?.day === row.day;
    const day = formatDay(row.day, 'ddd DD MMM');
    const left = [known ? ' '.repeat(day.length) : day, row.kind.padEnd(kind), row.to.padEnd(to)];
    return `  ${left.join('  ')}  ${row.sentence}`;
  });
}
