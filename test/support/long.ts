// What is played in every run of the suite, and what in `npm run test:long` only.

/** `most` in the long tests, `least` otherwise. */
export function rounds(least: number, most: number): number {
  return process.env['LONG'] === '1' ? most : least;
}

/** A test that `npm run test:long` alone plays: in every run of the suite another one stands for it. */
export function longTest(name: string, play: () => Promise<void>, timeout: number): void {
  if (process.env['LONG'] === '1') test(name, play, timeout);
}
