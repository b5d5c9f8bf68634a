// Whose turn a role is, release by release: from the turns that are written down, the next in line has the next release.
import type { Day } from '../../domain/day.ts';
import type { DaysOff, ReleaseSpec, RotationSpec, ScheduleSpec } from '../../domain/spec.ts';
import { layOutCycle } from '../cycle.ts';
import { specOfRelease } from '../spec-of-release.ts';
import { isAwayInTerm } from './away-in-term.ts';

/** A release with its days. */
export interface TurnRelease {
  readonly written: ReleaseSpec;
  /** What it goes by. */
  readonly own: ScheduleSpec;
  readonly start: Day;
  /** Release day. */
  readonly release: Day;
  readonly end: Day;
}

/** Releases that share one rotation, in order of release day. */
export interface Series {
  readonly role: string;
  readonly rotation: Pick<RotationSpec, 'through' | 'turns'>;
  readonly releases: readonly TurnRelease[];
  /** Whose turn it is, by version; none where everybody is away. */
  readonly turns: ReadonlyMap<string, string>;
}

/** In order of release day; what can't be laid out is told as it is built. */
export function laidOut(spec: ScheduleSpec): readonly TurnRelease[] {
  const found = spec.releases.flatMap((written): TurnRelease[] => {
    const own = specOfRelease(spec, written);
    const cycle = layOutCycle(written, own.cycle);
    return 'code' in cycle
      ? []
      : [{ written, own, start: cycle.start, release: cycle.release, end: cycle.end }];
  });
  return found.toSorted((a, b) => Number(a.release > b.release) - Number(a.release < b.release));
}

/** Releases take part in one rotation where role, people and written turns are the same, be it at the top or in a kind. */
export function seriesOf(spec: ScheduleSpec, all: readonly TurnRelease[] = laidOut(spec)): Series[] {
  const found = new Map<string, { role: string; rotation: RotationSpec; releases: TurnRelease[] }>();
  for (const release of all) {
    for (const [role, rotation] of Object.entries(release.own.rotations ?? {})) {
      const key = JSON.stringify([role, rotation.through, rotation.turns]);
      const series = found.get(key) ?? { role, rotation, releases: [] };
      series.releases.push(release);
      found.set(key, series);
    }
  }
  return [...found.values()].map((series) => ({
    ...series,
    turns: turnsOf(series.rotation, series.releases, spec),
  }));
}

function turnsOf(
  { through, turns }: Series['rotation'],
  releases: readonly TurnRelease[],
  { away = {}, holidays }: ScheduleSpec,
): ReadonlyMap<string, string> {
  const line = [...through];
  const daysOff = new Map(Object.entries(away).map(([login, days]) => [login.toLowerCase(), days]));
  const found = new Map<string, string>();
  for (const { version, login } of turns) {
    found.set(version, login);
    const place = line.findIndex((one) => one.toLowerCase() === login.toLowerCase());
    if (place >= 0) line.push(...line.splice(place, 1));
  }
  for (const term of releases) {
    const { version } = term.written;
    if (found.has(version)) continue;
    const next = line.findIndex((login) => !isAwayInTerm(offOf(login, daysOff), term, holidays));
    const login = line[next];
    // Who is passed over stays in front, for the next turn.
    if (login === undefined) continue;
    found.set(version, login);
    line.push(...line.splice(next, 1));
  }
  return found;
}

function offOf(login: string, away: ReadonlyMap<string, readonly DaysOff[]>): readonly DaysOff[] {
  return away.get(login.toLowerCase()) ?? [];
}
