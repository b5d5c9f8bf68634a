// The names of what the issue of a team's manual tests is made of: the issue itself, its checkboxes, and their groups.
import type { Release } from '../../../domain/release.ts';
import { keyOf } from '../../../text/marker.ts';

/** `1.10.0/manual-tests/api` */
export function teamIssueKey({ version }: Pick<Release, 'version'>, team: string): string {
  return keyOf(version, 'manual-tests', team);
}

/** The checkbox of a run in a candidate: `rc1/api-upload@linux`. */
export function runBox(candidate: string, run: string): string {
  return `${candidate}/${run}`;
}

/** The checkbox of a sign-off. Ids of milestones hold no dot. */
export function signOffBox(candidate: string): string {
  return `sign-off.${candidate}`;
}

/** Key of the line in the log of the release that says that the issue was opened. */
export function openedEntry(issue: string): string {
  return `${issue}/opened`;
}

/** What the words of these issues wait for: the results that boxes changed are in the file first. */
export function boxesKey({ version }: Pick<Release, 'version'>): string {
  return keyOf(version, 'manual-tests', '', 'boxes');
}
