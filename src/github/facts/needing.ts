// What GitHub said of a field that may not be read, with the permission that would do.

/** GitHub's words with the permission that would do; by GraphQL it names none. */
export function needing(why: string, permission: string): string {
  if (why.includes('; it needs ')) return why;
  return /not accessible|permission|scope/i.test(why) ? `${why}; it needs ${permission}` : why;
}
