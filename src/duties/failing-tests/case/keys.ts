// The keys of what this duty keeps: the tracking issue it belongs to, case files, and lines in the log.
import { keyOf } from '../../../text/marker.ts';
import type { Watched } from '../watched.ts';

type Keyed = Pick<Watched, 'version' | 'line'>;

/** The name of the record on the tracking issue; each line of a train has its own. */
export function recordName({ line }: Pick<Watched, 'line'>): string {
  return line === undefined ? 'tests' : `tests-${keyOf(line)}`;
}

/** The key of a case file: `v1.18.0/case/api/ab12cd3`, `patches-2026-12/case-1.17.5/api/ab12cd3` in a train. */
export function caseKey(watched: Keyed, owner: string, commit: string): string {
  return `${casePrefix(watched)}${keyOf(owner, commit.slice(0, 7))}`;
}

/** What the keys of all case files of a release, or of a line, begin with. */
export function casePrefix({ version, line }: Keyed): string {
  return `${keyOf(version, line === undefined ? 'case' : `case-${line}`)}/`;
}

/** Whether a key is one of a case file of the release, or of a line that it has or had. */
export function isCaseKey(key: string, { version }: Pick<Watched, 'version'>): boolean {
  const begin = keyOf(version, 'case');
  return key.startsWith(`${begin}/`) || key.startsWith(`${begin}-`);
}

/** The owner that the key of a case file names. */
export function ownerInKey(key: string): string {
  return decodeURIComponent(key.split('/')[2] ?? '');
}

/** The key of a line in the log about a case file. */
export function entryOf(caseFile: string, ...parts: readonly string[]): string {
  return `${caseFile}/${keyOf(...parts)}`;
}
