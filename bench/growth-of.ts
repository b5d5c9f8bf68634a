// How a count grows with what it is counted over: a line through the last two, in words.

/** `counts` by size, from small to large: `constant`, `one more per 50` or `0.4 more each`. */
export function growthOf(counts: readonly (readonly [size: number, count: number])[]): string {
  const [former, last] = counts.slice(-2);
  if (former === undefined || last === undefined) return 'measured once';
  const slope = (last[1] - former[1]) / (last[0] - former[0]);
  if (slope === 0) return 'constant';
  return slope < 0.5 ? `one more per ${Math.round(1 / slope)}` : `${slope.toPrecision(2)} more each`;
}
