// Tells the lines of a log that say that a date moved from all others.

/** `v1.18.0/moved/rc1-2020-02-04`, and the same with a number behind it. */
export function tellsMove(key: string): boolean {
  return /^[^/]+\/moved\//.test(key);
}
