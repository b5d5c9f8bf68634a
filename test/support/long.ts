// How much a test plays at random: less in every run of the suite than in `npm run test:long`.

/** `most` in the long tests, `least` otherwise. */
export function rounds(least: number, most: number): number {
  return process.env['LONG'] === '1' ? most : least;
}
