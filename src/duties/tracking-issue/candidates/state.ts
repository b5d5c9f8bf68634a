// What became of the last candidate of a release: whether it passed, what blocks it, and which one would come next.
import { dayAt } from '../../../domain/day.ts';
import type { Milestone, Release } from '../../../domain/release.ts';
import type { Standing, StandingRow } from '../../../domain/standing.ts';
import { type NextCandidate, lastCandidate, nextCandidate } from '../../../schedule/candidates/next.ts';
import { specOfRelease } from '../../../schedule/spec-of-release.ts';
import { standOf } from '../../../standing/stand.ts';
import type { Input } from '../input.ts';

/** The last candidate, with what is red before it or behind it. */
export interface Blocked {
  readonly last: Milestone;
  readonly items: readonly Standing[];
  /** Its own tasks that are not done. */
  readonly open: number;
  readonly isUnknown: boolean;
  /** What the kinds of items are called. */
  readonly rows: readonly StandingRow[];
  /** Absent where nobody knows the day. */
  readonly next?: NextCandidate | undefined;
}

/** Undefined without candidates. `late` are the tasks that are late, by what is done. */
export function blockedBy(
  release: Release,
  input: Input,
  done: ReadonlySet<string>,
  late: readonly Standing[],
): Blocked | undefined {
  const last = lastCandidate(release);
  if (last?.candidate === undefined) return undefined;
  const { standing = [], heard = [], rows = [], teams, now } = input;
  const all = [...standing, ...late];
  const stand = standOf({ release, standing: all, heard, rows, teams: Object.keys(teams), now });
  const own = new Set(
    release.tasks.filter(({ id }) => id.split('.').includes(last.id)).map(({ id }) => `task/${id}`),
  );
  const open = release.tasks.filter(
    ({ id, optional }) => own.has(`task/${id}`) && !optional && !done.has(id),
  );
  return {
    last,
    items: stand.groups
      .flatMap(({ items }) => items)
      .filter(({ severity, kind, key }) => severity === 'red' && (kind !== 'task' || own.has(key))),
    open: open.length,
    rows,
    isUnknown: stand.unknown.length > 0,
    next: nextCandidate(input.source.spec, release, dayAt(now, release.timezone)),
  };
}

/** From the moment of the last candidate until that of release day, where candidates end once nothing blocks one. */
export function isJudged(release: Release, { last }: Blocked, { source, now }: Input): boolean {
  const written = source.spec.releases.find(({ version }) => version === release.version);
  const rule = written && specOfRelease(source.spec, written).candidates?.until;
  const day = release.milestones.find(({ id }) => id === 'release');
  return rule === 'none blocks' && last.deadline <= now && day !== undefined && day.deadline > now;
}
