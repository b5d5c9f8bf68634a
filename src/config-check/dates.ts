// Which dates are others with another config: release by release, milestones and tasks.
import type { Day } from '../domain/day.ts';
import type { Release } from '../domain/release.ts';

/** A day that is another one; without `from` it comes new, without `to` it falls away. */
export interface DateMove {
  readonly title: string;
  readonly from?: Day | undefined;
  readonly to?: Day | undefined;
}

/** What is different about one release. A release that stays the same has none. */
export type ReleaseChange =
  | { readonly kind: 'new' | 'gone'; readonly release: Release }
  | {
      readonly kind: 'changed';
      readonly version: string;
      readonly milestones: readonly DateMove[];
      readonly tasks: readonly DateMove[];
    };

/** In the order of the new config, then those that it no longer has. Releases are the same when their version is. */
export function changedDates(before: readonly Release[], after: readonly Release[]): ReleaseChange[] {
  const old = new Map(before.map((release) => [release.version, release]));
  const versions = new Set(after.map(({ version }) => version));
  const gone = before.filter(({ version }) => !versions.has(version));
  return [
    ...after.flatMap((release) => changeOf(old.get(release.version), release)),
    ...gone.map((release) => ({ kind: 'gone' as const, release })),
  ];
}

function changeOf(before: Release | undefined, after: Release): ReleaseChange[] {
  if (before === undefined) return [{ kind: 'new', release: after }];
  const cycle = moves(cycleOf(before), cycleOf(after));
  const milestones = [...cycle, ...moves(daysOf(before.milestones), daysOf(after.milestones))];
  const tasks = moves(duesOf(before), duesOf(after));
  if (milestones.length === 0 && tasks.length === 0) return [];
  return [{ kind: 'changed', version: after.version, milestones: milestones.toSorted(byDay), tasks }];
}

interface Dated {
  readonly id: string;
  readonly title: string;
  readonly day: Day;
}

function moves(before: readonly Dated[], after: readonly Dated[]): DateMove[] {
  const old = new Map(before.map((point) => [point.id, point]));
  const ids = new Set(after.map(({ id }) => id));
  const moved = after.flatMap(({ id, title, day }): DateMove[] => {
    const from = old.get(id)?.day;
    return from === day ? [] : [{ title, from, to: day }];
  });
  const gone = before.filter(({ id }) => !ids.has(id));
  return [...moved, ...gone.map(({ title, day }) => ({ title, from: day }))].toSorted(byDay);
}

function cycleOf({ start, end }: Release): Dated[] {
  return [
    { id: 'start', title: 'First day of the cycle', day: start },
    { id: 'end', title: 'Last day of the cycle', day: end },
  ];
}

function daysOf(milestones: Release['milestones']): Dated[] {
  return milestones.map(({ id, title, day }) => ({ id, title, day }));
}

function duesOf({ tasks }: Release): Dated[] {
  return tasks.map(({ id, title, due }) => ({ id, title, day: due }));
}

function byDay(a: DateMove, b: DateMove): number {
  const [left, right] = [a.to ?? a.from ?? '', b.to ?? b.from ?? ''];
  return left < right ? -1 : Number(left > right);
}
