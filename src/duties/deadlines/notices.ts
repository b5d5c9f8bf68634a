// Which notices of milestones are due now, and whom each of them mentions.
import { type Day, dayAt } from '../../domain/day.ts';
import type { OwnIssue } from '../../domain/observed.ts';
import type { Milestone, Release } from '../../domain/release.ts';
import { audienceOf } from './audience.ts';
import type { DeadlinesInput } from './input.ts';
import { isFirstCandidate } from '../../schedule/milestone-kind.ts';
import { dueStage, stagesOf } from './stage.ts';
import { BEGUN, isOpenedOn, lastToldDay, noticeName, toldNames } from './told.ts';

/** So many in one comment; what is more is told by the next run. */
const MOST = 10;

export interface Notice {
  readonly milestone: Milestone;
  /** What the log remembers of it. */
  readonly names: readonly string[];
  /** Logins and GitHub teams to mention. */
  readonly people: readonly string[];
  readonly teams: readonly string[];
  /** The day that teams were told before; absent unless they hear now that it has moved. */
  readonly movedFrom?: Day | undefined;
  /** Whether RC1 is told for the first time, with all dates of the release (Y14, Y15). */
  readonly allDates: boolean;
}

export interface Notices {
  /** One comment tells all of these. */
  readonly told: readonly Notice[];
  /** Milestones that the tracking issue itself tells of right now: noted, and not said twice. */
  readonly known: readonly Notice[];
  /** Whether the watch begins with this run. */
  readonly begins: boolean;
}

/** What has passed is never told. */
export function noticesFor(release: Release, tracking: OwnIssue, input: DeadlinesInput): Notices {
  const names = toldNames(release, tracking);
  const begins = !names.includes(BEGUN);
  const opened = begins && isOpenedOn(dayAt(input.now, release.timezone), release, tracking);
  const due = release.milestones
    .filter(({ deadline }) => deadline > input.now)
    .flatMap((milestone) => noticeOf(milestone, names, opened, { release, tracking, input }) ?? []);
  return {
    told: due.filter((notice) => !notice.known).slice(0, MOST),
    known: due.filter((notice) => notice.known),
    begins,
  };
}

interface Place {
  readonly release: Release;
  readonly tracking: OwnIssue;
  readonly input: DeadlinesInput;
}

/** `opened`: the tracking issue is new, and has just mentioned everybody with a role. */
function noticeOf(
  milestone: Milestone,
  names: readonly string[],
  opened: boolean,
  { release, tracking, input }: Place,
): (Notice & { readonly known: boolean }) | undefined {
  const stages = stagesOf(milestone, release, input.config, input.source.spec.holidays);
  const stage = dueStage(stages, dayAt(input.now, release.timezone));
  const name = stage && noticeName(milestone, stage.name);
  const isDue = name !== undefined && !names.includes(name);
  const audience = audienceOf(milestone, release, input.config, input.teams);
  const last = lastToldDay(names, milestone);
  const isMoved = last !== undefined && last !== milestone.day && audience.teams.length > 0;
  if (!isDue && !isMoved) return undefined;
  const isFirst = last !== milestone.day;
  // Everybody with a role hears of an opened issue and of a moved date from the tracking issue.
  const heard = opened || isMoved || isMoving(milestone, tracking);
  const teams = isFirst ? audience.teams : [];
  return {
    milestone,
    names: [...(isMoved ? [noticeName(milestone, 'moved')] : []), ...(isDue ? [name] : [])],
    people: heard ? [] : audience.people,
    teams,
    movedFrom: isMoved ? last : undefined,
    allDates: isFirst && isFirstCandidate(milestone, release.version),
    known: heard && teams.length === 0,
  };
}

/** Whether the tracking issue tells in this run that it has another day. */
function isMoving({ id, day }: Milestone, tracking: OwnIssue): boolean {
  const told = tracking.ledger?.state?.days[id];
  return told !== undefined && told !== day;
}
