// What App and Action say differently of one thing: which of them was first decides it, and either is right.

/** The token of a workflow sees no team, so it mentions people in its place and notes that in the log. */
const IN_PLACE = /@?\b(acme\/(?:api|web))(?: \((?:please pass it on: )?@?[\w-]+(?:, @?[\w-]+)*\))?/g;
const NOTE =
  / (?:In place of (acme\/(?:api|web)): [\w-]+(?:, [\w-]+)*|Nobody of (acme\/(?:api|web)) could be mentioned)\./g;
const ACCOUNT = /\b(?:relcomms|github-actions)\[bot\]/g;

/** The text with one form for what either may have written. For runs of both only. */
export function eitherOf(text: string): string {
  return text.replaceAll(NOTE, '').replaceAll(IN_PLACE, 'team $1').replaceAll(ACCOUNT, 'either[bot]');
}
