// Schedules for tests, written as short as they can be.
import { parseDayExpression, type DayExpression } from '../../src/domain/day-expression.ts';
import { day, parseWeekday } from '../../src/domain/day.ts';
import type { MilestoneSpec, ReleaseSpec, ScheduleSpec, TaskSpec } from '../../src/domain/spec.ts';

export interface WrittenMilestone {
  readonly on: string;
  readonly title?: string;
  readonly weekday?: string;
  readonly week?: number;
  readonly zone?: string;
  readonly fixed?: boolean;
  readonly ask?: boolean;
}

export type WrittenMilestones = Readonly<Record<string, string | WrittenMilestone>>;

export function on(text: string): DayExpression {
  const parsed = parseDayExpression(text);
  if (parsed === undefined) throw new Error(`not a day: ${text}`);
  return parsed;
}

export function milestones(written: WrittenMilestones): Record<string, MilestoneSpec> {
  return Object.fromEntries(
    Object.entries(written).map(([id, value]) => {
      const full = typeof value === 'string' ? { on: value } : value;
      const weekday = full.weekday === undefined ? undefined : parseWeekday(full.weekday);
      return [id, { fixed: false, ...full, on: on(full.on), weekday }];
    }),
  );
}

export function task(id: string, due: string | undefined, more: Partial<TaskSpec> = {}): TaskSpec {
  return {
    id,
    title: id,
    due: due === undefined ? undefined : on(due),
    optional: false,
    labels: [],
    source: [],
    ...more,
  };
}

export function release(
  from: string | undefined,
  to: string,
  written: WrittenMilestones = {},
  version = 'v1.10.0',
): ReleaseSpec {
  return {
    version,
    start: from === undefined ? undefined : day(from),
    release: day(to),
    milestones: milestones(written),
  };
}

export function spec(releases: readonly ReleaseSpec[], more: Partial<ScheduleSpec> = {}): ScheduleSpec {
  return {
    timezone: 'UTC',
    holidays: [],
    roles: {},
    cycle: { weeks: 13, releaseWeek: 12, weeksAfter: 1, phases: [] },
    milestones: {},
    tasks: [],
    releases,
    ...more,
  };
}
