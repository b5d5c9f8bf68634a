// What labels and GitHub milestones of ours are known by: neither can carry a hidden marker, so their words are it.

/** Descriptions of the labels that relcomms creates. */
export const LABEL_WORDS = {
  release: 'Issues of a release, kept by relcomms',
  approval: 'Needs approval before a release deadline; set by relcomms',
  muted: 'Muted: relcomms says nothing on this pull request',
  failingTest: 'A test fails on a release branch',
  failingManualTest: 'A manual test fails in a release candidate',
} as const;

/** Ends the description of a GitHub milestone that relcomms creates. */
export const MILESTONE_WORDS = ', due on release day.';

export function isOurLabel(description: string): boolean {
  return Object.values<string>(LABEL_WORDS).includes(description);
}
