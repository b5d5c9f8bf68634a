// From an offset in a text to its line and column.
import type { Place } from './node.ts';

/** Gives the place of an offset; `\n`, `\r\n` and a lone `\r` end a line, as in YAML. */
export function linesOf(source: string, preset?: string): (offset: number) => Place {
  const starts = [0];
  for (const end of source.matchAll(/\r\n|\n|\r/g)) starts.push(end.index + end[0].length);
  return (offset) => {
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    const place = { line: low + 1, column: Math.max(0, offset - (starts[low] ?? 0)) + 1 };
    return preset === undefined ? place : { ...place, preset };
  };
}
