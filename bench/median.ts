// The middle one of several figures: on a shared machine the mean says little.

export function median(figures: readonly number[]): number {
  const sorted = figures.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  const [low, high] = [sorted[middle - 1] ?? 0, sorted[middle] ?? 0];
  return sorted.length % 2 === 1 ? high : (low + high) / 2;
}

/** How long a call takes, in milliseconds: the median of several after warm-up. */
export function timeOf(call: () => unknown, times = 21): number {
  const all = Array.from({ length: times + 5 }, () => {
    const before = performance.now();
    call();
    return performance.now() - before;
  });
  return median(all.slice(5));
}
