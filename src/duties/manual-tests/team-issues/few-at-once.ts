// Keeps a run from opening more issues at once than people can take in.
import type { Desired, Skip } from '../../../domain/desired.ts';
import type { OwnIssue } from '../../../domain/observed.ts';
import { DUTY } from '../input.ts';
import { openedEntry } from './keys.ts';
import { render } from './render.ts';

/** Issues that one run opens. */
const MOST = 12;

/** The first of those that are new; the others wait for the next run, with their lines in the log. */
export function fewAtOnce(
  desired: readonly Desired[],
  issues: readonly OwnIssue[],
): { readonly desired: readonly Desired[]; readonly skips: readonly Skip[] } {
  const known = new Set(issues.map(({ key }) => key));
  const fresh = desired.flatMap((one) => (one.kind === 'issue' && !known.has(one.key) ? [one] : []));
  const late = fresh.slice(MOST);
  if (late.length === 0) return { desired, skips: [] };
  const keys = new Set(late.flatMap(({ key }) => [key, openedEntry(key)]));
  return {
    desired: desired.filter((one) => !('key' in one && keys.has(one.key))),
    skips: late.map(({ title }) => ({ duty: DUTY, what: title, why: render.tooMany(MOST) })),
  };
}
