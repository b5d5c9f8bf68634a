// Where a release stands before its next milestone: what holds it up, team by team, and what is not known.
import { type Day, type Instant, dayAt } from '../domain/day.ts';
import type { Milestone, Release } from '../domain/release.ts';
import type { HeardDuty, Standing, StandingRow } from '../domain/standing.ts';
import { isGate } from '../schedule/milestone-kind.ts';
import { distinct } from './distinct.ts';
import { type Unwatched, unwatchedOf, watchesAny } from './unwatched.ts';
import { type KindGroup, groupsOf } from './kinds.ts';

export interface StandInput {
  readonly release: Release;
  /** Of any releases. */
  readonly standing: readonly Standing[];
  readonly heard: readonly HeardDuty[];
  /** The kinds that the duties declare, in their order. */
  readonly rows: readonly StandingRow[];
  /** Ids of the teams of the config. */
  readonly teams: readonly string[];
  readonly now: Instant;
}

/**
 * `unknown`: nothing is known to stand in the way, and something could not be read. `unwatched`: nothing is, and something
 * that the config or its presets ask for is not looked at. `green` alone says that all of it was looked at.
 */
export type State = 'red' | 'amber' | 'green' | 'unknown' | 'unwatched';

export interface TeamStand {
  /** Absent for what no team answers for. */
  readonly team?: string | undefined;
  readonly state: State;
  readonly items: readonly Standing[];
}

export interface Stand {
  readonly release: Release;
  readonly today: Day;
  /** The next gate; absent when the last is past. */
  readonly next?: Milestone | undefined;
  readonly state: State;
  /** Teams that have something first, the worst of them on top; without teams in the config only these. */
  readonly teams: readonly TeamStand[];
  /** Kinds that there are, in their order; the most urgent of each first. */
  readonly groups: readonly KindGroup[];
  readonly rows: readonly StandingRow[];
  /** What stands before a later gate only. */
  readonly later: readonly { readonly milestone: Milestone; readonly count: number }[];
  /** Duties that could not look. */
  readonly unknown: readonly HeardDuty[];
  /** What nobody looks at: sections that are off, and what sections that are on lack. */
  readonly unwatched: readonly Unwatched[];
}

const RANKS: readonly State[] = ['red', 'amber', 'unknown', 'unwatched', 'green'];

export function standOf({ release, standing, heard, rows, teams, now }: StandInput): Stand {
  const all = distinct(standing).filter((one) => one.release === release.version);
  const gates = gatesOf(rows);
  const next = nextGate(release, all, gates, now);
  const items = all
    .filter((one) => !isLater(one, release, next) && !isTheGate(one, gates, next))
    .toSorted(moreUrgent);
  const unknown = heard.filter(({ why }) => why !== undefined);
  const unwatched = unwatchedOf(release.version, rows, heard);
  const calm = calmState(unknown, unwatched, rows, heard);
  return {
    release,
    today: dayAt(now, release.timezone),
    next,
    state: stateOf(items, calm),
    teams: teamsOf(items, teams, calm),
    groups: groupsOf(items, rows),
    rows,
    later: laterOf(all, release, next),
    unknown,
    unwatched,
  };
}

/** Whether nobody has taken it on: those come first. */
export function isUnowned({ owner }: Standing): boolean {
  return owner.trim() === '' || /^nobody\b/i.test(owner.trim());
}

/** What the milestone of a thing means, by kind. */
type Gates = ReadonlyMap<string, StandingRow['gate']>;

function gatesOf(rows: readonly StandingRow[]): Gates {
  return new Map(rows.map(({ kind, gate }) => [kind, gate]));
}

/** What may be said where nothing stands in the way. */
function calmState(
  unknown: readonly HeardDuty[],
  unwatched: readonly Unwatched[],
  rows: readonly StandingRow[],
  heard: readonly HeardDuty[],
): State {
  if (unknown.length > 0 || unwatched.some(({ isUnread }) => isUnread === true)) return 'unknown';
  if (unwatched.some(({ isAsked }) => isAsked) || !watchesAny(rows, heard)) return 'unwatched';
  return 'green';
}

/** Usual gates, and whatever milestone a duty says is threatened; that one is near or a task is due threatens none. */
function nextGate(
  release: Release,
  all: readonly Standing[],
  gates: Gates,
  now: Instant,
): Milestone | undefined {
  const threats = all.filter(({ kind }) => (gates.get(kind) ?? 'threatens') === 'threatens');
  const named = new Set(threats.map(({ milestone }) => milestone));
  return release.milestones.find(
    (one) => one.deadline > now && (isGate(one, release.version) || named.has(one.id)),
  );
}

function isLater({ milestone }: Standing, { milestones }: Release, next: Milestone | undefined): boolean {
  const own = milestones.find(({ id }) => id === milestone);
  return own !== undefined && next !== undefined && own.deadline > next.deadline;
}

/** What it says stands in the first line already, and nothing stands before itself. */
function isTheGate({ kind, milestone }: Standing, gates: Gates, next: Milestone | undefined): boolean {
  return gates.get(kind) === 'is' && milestone === next?.id;
}

function laterOf(all: readonly Standing[], release: Release, next: Milestone | undefined): Stand['later'] {
  const later = all.filter((one) => isLater(one, release, next));
  return release.milestones.flatMap((milestone) => {
    const count = later.filter((one) => one.milestone === milestone.id).length;
    return count === 0 ? [] : [{ milestone, count }];
  });
}

function stateOf(items: readonly Standing[], calm: State): State {
  if (items.some(({ severity }) => severity === 'red')) return 'red';
  return items.length > 0 ? 'amber' : calm;
}

function teamsOf(items: readonly Standing[], teams: readonly string[], calm: State): TeamStand[] {
  const known = teams.map((team): TeamStand => {
    const own = items.filter((one) => one.team === team);
    return { team, state: stateOf(own, calm), items: own };
  });
  const rest = items.filter(({ team }) => team === undefined || !teams.includes(team));
  const nobody: TeamStand[] = rest.length === 0 ? [] : [{ state: stateOf(rest, calm), items: rest }];
  return [...nobody, ...known].toSorted(
    (a, b) => RANKS.indexOf(a.state) - RANKS.indexOf(b.state) || byName(a.team ?? '', b.team ?? ''),
  );
}

/** Red first, then what nobody has taken on, then by team, then what stands longest. */
function moreUrgent(a: Standing, b: Standing): number {
  return (
    Number(b.severity === 'red') - Number(a.severity === 'red') ||
    Number(isUnowned(b)) - Number(isUnowned(a)) ||
    byName(a.team ?? '', b.team ?? '') ||
    (a.since ?? Number.MAX_SAFE_INTEGER) - (b.since ?? Number.MAX_SAFE_INTEGER) ||
    byName(a.key, b.key)
  );
}

function byName(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1;
}
