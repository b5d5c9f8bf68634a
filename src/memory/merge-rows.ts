// Merges the rows of a record that two runs changed at the same time.
import { isDeepStrictEqual } from 'node:util';
import type { RecordRows } from '../domain/observed.ts';

/** `current` with what `ours` changed since `base`; a row that both changed is ours. */
export function mergeRows(base: RecordRows, ours: RecordRows, current: RecordRows): RecordRows {
  const names = new Set([...Object.keys(current), ...Object.keys(ours)]);
  const merged = [...names].flatMap((name): [string, unknown][] => {
    const changed = !isDeepStrictEqual(ours[name], base[name]);
    const row = changed ? ours[name] : current[name];
    return row === undefined ? [] : [[name, row]];
  });
  return Object.fromEntries(merged);
}
