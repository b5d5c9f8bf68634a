// A pass counts for the next candidate only where nothing that the test covers has changed since.
import { MOST_LISTED } from '../domain/comparison.ts';
import type { ManualTest } from '../domain/manual-test.ts';
import { globMatches, parseGlob } from '../owners/glob.ts';

/** Paths that changed between the tags of two candidates, old and new names; undefined when not known. */
export type ChangedFiles = readonly string[] | undefined;

/** Why no pass is carried over from one candidate to the next, or that it depends on the test. */
export type CarryOver = 'by-paths' | 'too-many' | 'unknown';

export function carryOverOf(changed: ChangedFiles): CarryOver {
  if (changed === undefined) return 'unknown';
  return changed.length >= MOST_LISTED ? 'too-many' : 'by-paths';
}

/** Whether a pass of the earlier candidate still holds. A test that covers no paths may depend on any. */
export function carriesOver(test: ManualTest, changed: ChangedFiles): boolean {
  if (carryOverOf(changed) !== 'by-paths') return false;
  if (changed?.length === 0) return true;
  if (test.covers.length === 0) return false;
  const globs = test.covers.map(parseGlob);
  return !(changed ?? []).some((path) => {
    const names = path.split('/');
    return globs.some((glob) => globMatches(glob, names));
  });
}
