// Tells many lines of one kind as one, so that a report stays readable.
import { countWords } from './words.ts';

export interface FoldableLine {
  readonly text: string;
  /** Neighbours with the same words are told once; absent stands for itself. */
  readonly alike?: string | undefined;
}

/** The lines in order; the second and further of a row of likes become a number behind the first. */
export function foldAlike(lines: readonly FoldableLine[]): string[] {
  const rows: { first: FoldableLine; more: number }[] = [];
  for (const line of lines) {
    const last = rows.at(-1);
    if (last !== undefined && line.alike !== undefined && last.first.alike === line.alike) last.more += 1;
    else rows.push({ first: line, more: 0 });
  }
  return rows.map(({ first, more }) =>
    more === 0 ? first.text : `${first.text} (and ${countWords(more, 'more like it', 'more like it')})`,
  );
}
