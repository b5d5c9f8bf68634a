// The candidate that a misspelt word most likely meant.

/** What a vowel costs that is missing, too many or another one: it is what people get wrong first. */
const VOWEL = 0.5;

/** The nearest candidate by edit distance, when it is near enough to be worth asking "did you mean". */
export function nearest(word: string, candidates: readonly string[]): string | undefined {
  const limit = Math.max(1, Math.floor(word.length / 3));
  const wanted = word.toLowerCase();
  let best: string | undefined;
  let bestDistance = Number.POSITIVE_INFINITY;
  for (const candidate of candidates) {
    if (Math.abs(candidate.length - word.length) * VOWEL > limit) continue;
    const known = candidate.toLowerCase();
    const distance = editDistance(wanted, known);
    // A longer common beginning decides between two that are equally near.
    const better =
      distance < bestDistance ||
      (distance === bestDistance && prefix(wanted, known) > prefix(wanted, (best ?? '').toLowerCase()));
    if (distance <= limit && better) [best, bestDistance] = [candidate, distance];
  }
  return best;
}

/** Insertions, deletions, replacements and swaps of neighbours; vowels count half. */
function editDistance(a: string, b: string): number {
  let before: number[] = [];
  let previous = [0];
  for (let j = 1; j <= b.length; j++) previous.push(at(previous, j - 1) + costOf(b[j - 1]));
  for (let i = 1; i <= a.length; i++) {
    const row = [at(previous, 0) + costOf(a[i - 1])];
    for (let j = 1; j <= b.length; j++) {
      const [left, right] = [a[i - 1], b[j - 1]];
      let least = Math.min(
        at(previous, j) + costOf(left),
        at(row, j - 1) + costOf(right),
        at(previous, j - 1) + (left === right ? 0 : Math.max(costOf(left), costOf(right))),
      );
      // Before the first letter there is none.
      if (left === b[j - 2] && a[i - 2] === right) least = Math.min(least, at(before, j - 2) + 1);
      row.push(least);
    }
    [before, previous] = [previous, row];
  }
  return at(previous, b.length);
}

function costOf(letter: string | undefined): number {
  return /^[aeiou]$/.test(letter ?? '') ? VOWEL : 1;
}

function prefix(a: string, b: string): number {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length += 1;
  return length;
}

function at(row: readonly number[], index: number): number {
  return row[index] ?? Number.POSITIVE_INFINITY;
}
