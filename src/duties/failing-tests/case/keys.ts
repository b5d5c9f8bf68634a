// The keys of what this duty keeps: the tracking issue it belongs to, case files, and lines in the log.
import type { Release } from '../../../domain/release.ts';
import { keyOf } from '../../../text/marker.ts';

/** The name of the record on the tracking issue. */
export const RECORD_NAME = 'tests';

/** The key of a case file: `v1.18.0/case/api/ab12cd3`. */
export function caseKey({ version }: Release, owner: string, commit: string): string {
  return keyOf(version, 'case', owner, commit.slice(0, 7));
}

/** What the keys of all case files of a release begin with. */
export function casePrefix({ version }: Pick<Release, 'version'>): string {
  return `${keyOf(version, 'case')}/`;
}

/** The owner that the key of a case file names. */
export function ownerInKey(key: string): string {
  return decodeURIComponent(key.split('/')[2] ?? '');
}

/** The key of a line in the log about a case file. */
export function entryOf(caseFile: string, ...parts: readonly string[]): string {
  return `${caseFile}/${keyOf(...parts)}`;
}
