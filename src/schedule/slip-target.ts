// What is to move: milestones of one release with the days that they are given.
import { type Day, daysBetween } from '../domain/day.ts';
import type { DayExpression } from '../domain/day-expression.ts';
import type { Problem } from '../domain/problem.ts';
import type { Milestone } from '../domain/release.ts';
import type { ScheduleSpec } from '../domain/spec.ts';
import { writtenMilestones } from './build-milestones.ts';
import { type Found, findMilestone, findUndated, sameDay } from './slip-find.ts';
import { expressionWords } from './slip-reason.ts';

/** A milestone as it stands, and the day that it is given. */
export interface Named {
  readonly milestone: Milestone;
  readonly to: Day;
}

/** A milestone without a day, and the first one that it is given. */
export interface First {
  readonly id: string;
  readonly title: string;
  readonly to: Day;
}

/** The release as it stands, and what a person wants of it. */
export interface Target extends Pick<Found, 'written' | 'release' | 'problems'> {
  /** In order of their old days. */
  readonly named: readonly Named[];
  /** As they were named. */
  readonly firsts: readonly First[];
  readonly today: Day;
  readonly because?: string | undefined;
  /** Ids of tasks that are done; absent: nothing is known. */
  readonly done?: ReadonlySet<string> | undefined;
}

/** The wish to move milestones of one release. */
export interface SlipWish extends Pick<Target, 'today' | 'because' | 'done'> {
  readonly version: string;
  /** Ids with their new days, in any order; `release` for release day. */
  readonly moves: readonly { readonly milestone: string; readonly to: Day }[];
}

/** Finds every milestone of a wish; the same one twice, or one that is on that day already, is refused. One without a day gets its first. */
export function targetOf(spec: ScheduleSpec, wish: SlipWish): Target | Problem {
  const { version, moves, today, because, done } = wish;
  const named: Named[] = [];
  const firsts: First[] = [];
  let release: Pick<Found, 'written' | 'release' | 'problems'> | undefined;
  for (const { milestone: id, to } of moves) {
    const undated = findUndated(spec, version, id);
    const found = undated ?? findMilestone(spec, version, id);
    if ('code' in found) return found;
    if ([...named.map(({ milestone }) => milestone), ...firsts].some((one) => one.id === id))
      return twice(version, id);
    if ('milestone' in found && found.milestone.day === to) return sameDay(found, to);
    const on = writtenMilestones(spec, found.written).get(id)?.on;
    if (id !== 'release' && on?.kind === 'offset' && (on.unit === 'hours' || on.clock !== undefined))
      return timedBy(version, id, on);
    if ('milestone' in found) named.push({ milestone: found.milestone, to });
    else firsts.push({ id, title: found.title, to });
    release = found;
  }
  if (release === undefined) return nothing(version);
  const { written, release: before, problems } = release;
  const order = new Map(before.milestones.map(({ id }, index) => [id, index]));
  const place = (one: Named): number => order.get(one.milestone.id) ?? 0;
  named.sort((a, b) => place(a) - place(b));
  return { written, release: before, problems, named, firsts, today, because, done };
}

/** The first day from which something moves; undefined where nothing that has a day does. */
export function firstDay({ named }: Target): Day | undefined {
  return named.map(({ milestone, to }) => (to < milestone.day ? to : milestone.day)).sort()[0];
}

/** Whether the day is that of a named milestone that was missed, or lies behind it: then nothing on it happened either. */
export function isMissedAlong({ named, today }: Target, day: Day): boolean {
  return named.some(({ milestone }) => milestone.day < today && day >= milestone.day);
}

/** The named milestone whose old day is nearest: others near that day are shifted as it is. */
export function nearestNamed({ named }: Target, day: Day): Named | undefined {
  const distance = ({ milestone }: Named): number => Math.abs(daysBetween(milestone.day, day));
  return named.toSorted((a, b) => distance(a) - distance(b))[0];
}

/** Its day follows from an hour, which a new day would lose. */
function timedBy(version: string, id: string, on: Extract<DayExpression, { kind: 'offset' }>): Problem {
  return {
    code: 'counted-in-hours',
    severity: 'error',
    path: ['releases', version, 'milestones', id],
    message: `"${id}" is "${expressionWords(on)}", so it can't be moved by itself.`,
    fix: `Move "${on.anchor}", or write a day and \`at\` for "${id}" in the config.`,
  };
}

function twice(version: string, id: string): Problem {
  return {
    code: 'named-twice',
    severity: 'error',
    path: ['releases', version, 'milestones', id],
    message: `"${id}" is named twice.`,
    fix: 'Give it one day.',
  };
}

function nothing(version: string): Problem {
  return {
    code: 'nothing-named',
    severity: 'error',
    path: ['releases', version],
    message: 'No milestone is named.',
    fix: 'Name one with its new day.',
  };
}
