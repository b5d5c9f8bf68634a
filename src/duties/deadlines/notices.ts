// Which notices of milestones are due now, and which people and teams each of them mentions.
import { type Day, addDays, dayAt } from '../../domain/day.ts';
import type { Milestone, Release } from '../../domain/release.ts';
import { audienceOf } from './audience.ts';
import type { DeadlinesInput, Tracked } from './input.ts';
import { isFirstCandidate, isGate } from '../../schedule/milestone-kind.ts';
import { noticeEnd } from '../../schedule/notice-end.ts';
import { type Stage, dueStage, stagesOf } from './stage.ts';
import { isMoving, lastToldDay, noticeName } from './told.ts';

/** So many in one comment; what is more is told by the next run. */
const MOST = 10;

export interface Notice {
  readonly release: Release;
  readonly milestone: Milestone;
  /** What the log remembers of it. */
  readonly names: readonly string[];
  /** Logins and GitHub teams to mention. */
  readonly people: readonly string[];
  readonly teams: readonly string[];
  /** The day that teams were told before; absent unless they hear now that it has moved. */
  readonly movedFrom?: Day | undefined;
  /** The tracking issue says in the same run that it has moved, from which day and why. */
  readonly isTold?: boolean;
  /** Whether RC1 is told for the first time, with all dates of the release (Y14, Y15). */
  readonly allDates: boolean;
}

export interface Notices {
  /** They have a comment now: the last word on a gate, and a moved date for the teams that know the old one. */
  readonly told: readonly Notice[];
  /** They fall due by the end of the week: the digest tells of them. */
  readonly ahead: readonly Notice[];
  /** The tracking issue itself tells of these right now: noted, and not said twice. */
  readonly known: readonly Notice[];
}

export interface Place {
  /** Names of everything that was told of the release. */
  readonly names: readonly string[];
  /** Whether the digest of this week is still to come, and may come today. */
  readonly digesting: boolean;
  /** The last day of the week. */
  readonly sunday: Day;
  /** The last word on gates up to this day is due: today, or the end of the week where one of them is told now. */
  readonly lastUntil: Day;
  /** Whether a comment comes anyway: then what has an hour on these days goes along, and waits for none. */
  readonly isShared: boolean;
  readonly input: DeadlinesInput;
}

/** What has passed is never told. */
export function noticesFor(tracked: Tracked, place: Place): Notices {
  const { now } = place.input;
  const due = tracked.release.milestones
    .filter((milestone) => noticeEnd(milestone, tracked.release.version).deadline > now)
    .flatMap((milestone) => noticeOf(milestone, tracked, place) ?? []);
  const of = (when: When) => due.filter((notice) => notice.when === when).slice(0, MOST);
  return { told: of('now'), ahead: of('ahead'), known: of('known') };
}

type When = 'now' | 'ahead' | 'known';

function noticeOf(
  milestone: Milestone,
  { release, tracking }: Tracked,
  place: Place,
): (Notice & { readonly when: When }) | undefined {
  const { names, input } = place;
  const { stage, isLast } = stageFor(milestone, release, place);
  const audience = audienceOf(milestone, release, input.config, input.teams);
  const last = lastToldDay(names, milestone);
  const isMoved = last !== undefined && last !== milestone.day && audience.teams.length > 0;
  const name = stage && noticeName(milestone, stage.name);
  const isDue = name !== undefined && !names.includes(name);
  if (!isDue && !isMoved) return undefined;
  const isFirst = last !== milestone.day;
  // Everybody with a role hears of a moved date from the tracking issue.
  const isTold = isMoving(milestone.day, tracking.ledger?.state?.days[milestone.id]);
  const heard = isMoved || isTold;
  const teams = isFirst ? audience.teams : [];
  // A digest of today or yesterday says it as well.
  const isNow = isMoved || (isLast && !place.digesting);
  return {
    release,
    milestone,
    names: [...(isMoved ? [noticeName(milestone, 'moved')] : []), ...(isDue ? [name] : [])],
    people: heard ? [] : audience.people,
    teams,
    movedFrom: isMoved ? last : undefined,
    isTold,
    allDates: isFirst && isFirstCandidate(milestone, release.version),
    when: heard && teams.length === 0 ? 'known' : isNow ? 'now' : 'ahead',
  };
}

/** The last stage of a gate is due on its day, or with a digest before it; every other one with the digest of its week. */
function stageFor(
  milestone: Milestone,
  release: Release,
  place: Place,
): { readonly stage: Stage | undefined; readonly isLast: boolean } {
  const { sunday, input } = place;
  const stages = stagesOf(milestone, release, input.config, input.source.spec.holidays);
  const last = isGate(milestone, release.version) ? stages.at(-1) : undefined;
  if (last !== undefined && isLastDue(last, milestone, release, place)) return { stage: last, isLast: true };
  const earlier = stages.filter((stage) => stage !== last);
  return { stage: dueStage(earlier, sunday), isLast: false };
}

/** One with an hour comes at that hour, unless another comment of the week has come to it before. */
function isLastDue({ day, at }: Stage, milestone: Milestone, release: Release, place: Place): boolean {
  const { digesting, isShared, lastUntil, input } = place;
  if (at !== undefined && (digesting || !isShared)) return at <= input.now;
  return day <= (digesting ? lastOfDigest(milestone, release, place) : lastUntil);
}

/** The digest is the last word on a gate of its day and the next, and on the release of its week. */
function lastOfDigest({ id }: Milestone, { timezone }: Release, { sunday, input }: Place): Day {
  return id === 'release' ? sunday : addDays(dayAt(input.now, timezone), 1);
}
