// The releases of a first config: from milestones that look like versions, else one that begins next Monday.
import { type Day, addDays, daysBetween, mondayOf } from '../domain/day.ts';
import { plainLine } from '../text/plain-line.ts';
import type { Guess } from './guess.ts';
import type { Seen } from '../domain/onboarding.ts';

export interface FirstRelease {
  readonly version: string;
  readonly day: Day;
  readonly branch: Guess<string> | undefined;
}

/** Week of the release in the cycle of the first config, counted from 1, and all its weeks. */
export const [RELEASE_WEEK, WEEKS] = [5, 6];

/** Releases that are taken over at most, and how far ahead the first may be; days. */
const [MOST, FAR] = [3, 365];

/** `v1.2.0`, `1.2` or `Release 1.2.0`; a sprint or a year is none. */
const VERSION = /^(?:release |version )?(v?\d{1,5}\.\d{1,5}(?:\.\d{1,5})?(?:-[a-z]{1,5}\.?\d{1,3})?)$/i;

/** At least one, those that come first first. */
export function guessReleases(seen: Seen, today: Day): Guess<readonly FirstRelease[]> {
  const found = seen.milestones.flatMap(({ title, due }) => {
    const version = VERSION.exec(plainLine(title))?.[1];
    const ahead = daysBetween(today, due);
    return version === undefined || ahead < 0 || ahead > FAR ? [] : [{ version, day: due }];
  });
  const taken = found
    .filter(({ version }, index) => found.findIndex((other) => other.version === version) === index)
    .slice(0, MOST);
  if (taken.length === 0) return placeholder(seen, today);
  const names = taken.map(({ version }) => version).join(', ');
  return {
    value: taken.map((one) => ({ ...one, branch: guessBranch(one.version, seen.branches) })),
    from: `the open ${taken.length === 1 ? 'milestone' : 'milestones'} ${names}, by due date`,
  };
}

/** Nobody has said when: the cycle begins next Monday, and its release is on the Tuesday of its week. */
function placeholder({ lastTag, branches }: Seen, today: Day): Guess<readonly FirstRelease[]> {
  const last = VERSION.exec(plainLine(lastTag ?? ''))?.[1];
  const version = last === undefined ? '1.0.0' : nextMinor(last);
  const day = addDays(mondayOf(today), 7 * RELEASE_WEEK + 1);
  const after = last === undefined ? '' : `; the version follows ${last}`;
  return {
    value: [{ version, day, branch: guessBranch(version, branches) }],
    from: `a placeholder: no open milestone is named like a version and has a due date${after}`,
  };
}

function nextMinor(version: string): string {
  const [, start = '', major = '1', minor = '0', patch] = /^(v?)(\d+)\.(\d+)(\.\d+)?/i.exec(version) ?? [];
  return `${start}${major}.${Number(minor) + 1}${patch === undefined ? '' : '.0'}`;
}

/** The release branch that is there, or the one that follows from those of earlier versions. */
function guessBranch(version: string, branches: readonly string[]): Guess<string> | undefined {
  const [, minor = ''] = /^v?(\d+\.\d+)/i.exec(version) ?? [];
  const others = branches.flatMap((name) => {
    const [, start, own] = /^((?:[\w-]{0,20}\/)?rel(?:ease)?[-/_]v?)(\d{1,5}\.\d{1,5})$/i.exec(name) ?? [];
    return start === undefined || own === undefined ? [] : [{ name, start, own }];
  });
  const there = others.find(({ own }) => own === minor);
  if (there !== undefined) return { value: there.name, from: 'the branch of that name' };
  const last = others.at(-1);
  return last === undefined ? undefined : { value: `${last.start}${minor}`, from: `the branch ${last.name}` };
}
