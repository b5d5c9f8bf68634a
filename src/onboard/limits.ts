// What the App keeps to when it asks for first configs.

/** Pull requests of a day for one installation, when nobody asks for them. */
export const MOST_A_DAY = 3;

/** Permissions to write that a pull request needs, as a token of an installation names them. */
const NEEDED = ['contents', 'pull_requests'] as const;

/** Those that were not granted, in words; none where GitHub did not say. */
export function lacking(granted: Readonly<Record<string, string>> | undefined): string[] {
  if (granted === undefined) return [];
  return NEEDED.filter((name) => granted[name] !== 'write').map((name) => `${name}: write`);
}
