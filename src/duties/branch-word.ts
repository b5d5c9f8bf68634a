// A word from outside as a part of the name of a branch.

/** What git lets a branch be called. */
export function branchWord(text: string): string {
  return text.replaceAll(/[^A-Za-z0-9.-]+/g, '-').replaceAll(/\.{2,}/g, '.');
}
