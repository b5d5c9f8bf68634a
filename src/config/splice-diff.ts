// The lines in which two texts differ, as a small diff.

export interface ChangedLine {
  readonly sign: '-' | '+';
  /** Counted from 1: in the old text for `-`, in the new one for `+`. */
  readonly line: number;
  readonly text: string;
}

/** Lines that went and came, in the order of the file. Meant for few changes in a file of moderate length. */
export function changedLines(before: string, after: string): ChangedLine[] {
  const [old, now] = [before.split(/\r\n|\n|\r/), after.split(/\r\n|\n|\r/)];
  let first = 0;
  while (first < old.length && first < now.length && old[first] === now[first]) first++;
  let [oldEnd, nowEnd] = [old.length, now.length];
  while (oldEnd > first && nowEnd > first && old[oldEnd - 1] === now[nowEnd - 1])
    [oldEnd, nowEnd] = [oldEnd - 1, nowEnd - 1];
  const rest = longestCommon(old.slice(first, oldEnd), now.slice(first, nowEnd));
  const changed: ChangedLine[] = [];
  let [i, j] = [first, first];
  for (const [oldIndex, nowIndex] of [...rest, [oldEnd - first, nowEnd - first] as const]) {
    for (; i < oldIndex + first; i++) changed.push({ sign: '-', line: i + 1, text: old[i] ?? '' });
    for (; j < nowIndex + first; j++) changed.push({ sign: '+', line: j + 1, text: now[j] ?? '' });
    [i, j] = [i + 1, j + 1];
  }
  return changed;
}

/** Pairs of indexes of a longest common run of lines. */
function longestCommon(a: readonly string[], b: readonly string[]): (readonly [number, number])[] {
  const lengths = Array.from({ length: a.length + 1 }, () => new Uint32Array(b.length + 1));
  const at = (i: number, j: number): number => lengths[i]?.[j] ?? 0;
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--)
      lengths[i]?.set([a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1))], j);
  const pairs: [number, number][] = [];
  for (let [i, j] = [0, 0]; i < a.length && j < b.length;) {
    if (a[i] === b[j]) pairs.push([i++, j++]);
    else if (at(i + 1, j) >= at(i, j + 1)) i++;
    else j++;
  }
  return pairs;
}
