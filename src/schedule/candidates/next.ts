// The candidate behind the last one: its day, and where release day goes with it.
import { candidateId } from '../../domain/candidate.ts';
import { type Day, addDays } from '../../domain/day.ts';
import type { Milestone, Release } from '../../domain/release.ts';
import { shiftDay } from '../../domain/shift.ts';
import type { SlipMove } from '../../domain/slip-pull.ts';
import type { Span } from '../../domain/span.ts';
import type { ScheduleSpec } from '../../domain/spec.ts';
import { addWorkingDays } from '../../domain/working-days.ts';
import { specOfRelease } from '../spec-of-release.ts';
import { candidateCount } from './milestones.ts';

export interface NextCandidate {
  readonly id: string;
  readonly number: number;
  readonly day: Day;
  /** Release day with it: it never gets earlier. */
  readonly release: Day;
  /** Of the pull request that opens it. */
  readonly title: string;
  /** The candidate first, then release day where that moves. */
  readonly moves: readonly SlipMove[];
}

/** The last candidate that a release has so far, by number; undefined where it has none, or the last has no day yet. */
export function lastCandidate({
  milestones,
  undated,
}: Pick<Release, 'milestones' | 'undated'>): Milestone | undefined {
  const last = milestones.reduce<Milestone | undefined>(
    (before, one) => ((one.candidate ?? 0) > (before?.candidate ?? 0) ? one : before),
    undefined,
  );
  const id = candidateId((last?.candidate ?? 0) + 1);
  return undated?.milestones.some((one) => one.id === id) === true ? undefined : last;
}

/**
 * Undefined where the plan of the release has no candidates, or the last of them has no day. Without a `wanted` day it
 * comes `every` after the last, as often as it takes to be not before `today`.
 */
export function nextCandidate(
  whole: ScheduleSpec,
  release: Release,
  today: Day,
  wanted?: Day,
): NextCandidate | undefined {
  const written = whole.releases.find(({ version }) => version === release.version);
  const spec = written === undefined ? undefined : specOfRelease(whole, written);
  if (written === undefined || spec?.candidates === undefined) return undefined;
  const { every, toRelease, each } = spec.candidates;
  const number = candidateCount(spec, written) + 1;
  const last = lastCandidate(release);
  if (number > 1 && last?.candidate !== number - 1) return undefined;
  const off = spec.holidays;
  const day = shiftDay(
    wanted ??
      dayBehind(
        last?.day ?? later(release.release, toRelease, -1, off),
        last !== undefined,
        today,
        every,
        off,
      ),
    each.shift,
    off,
  );
  const after = later(day, toRelease, 1, off);
  const id = candidateId(number);
  const to = after > release.release ? after : release.release;
  const moves = [{ milestone: id, to: day }];
  if (to !== release.release) moves.push({ milestone: 'release', to });
  const title = `Open RC${number} of ${release.version} on ${day}`;
  return { id, number, day, release: to, title, moves };
}

/** In the rhythm of the candidates; the first is on its day unless that is past. */
function dayBehind(last: Day, isThere: boolean, today: Day, every: Span, off: readonly Day[]): Day {
  let day = isThere ? later(last, every, 1, off) : last;
  while (day < today) day = later(day, every, 1, off);
  return day;
}

function later(day: Day, { amount, unit }: Span, sign: 1 | -1, off: readonly Day[]): Day {
  if (unit === 'working-days') return addWorkingDays(day, sign * amount, off);
  return addDays(day, sign * amount * (unit === 'weeks' ? 7 : 1));
}
