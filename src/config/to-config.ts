// From decoded values to the config that the rest of the program reads.
import type { MilestoneSpec, ReleasePlan, ReleaseSpec, SpanPartSpec, TaskSpec } from '../domain/spec.ts';
import type { Path } from '../domain/problem.ts';
import { inheritedMilestone } from '../domain/inherited-milestone.ts';
import type { DayExpression, WeekRef } from '../domain/day-expression.ts';
import type { Config, Person } from './config.ts';
import type { Expanded, RuledFacts } from './release-rules/expand.ts';
import type { WrittenConfig } from './schema/config-schema.ts';
import type { WrittenPlan } from './schema/kinds.ts';
import type { WrittenRelease } from './schema/releases.ts';
import type { WrittenTask } from './schema/tasks.ts';

type WrittenMilestone = WrittenRelease['milestones'][string];

type WrittenPerson = WrittenConfig['people'][string];

interface Names {
  readonly presets: readonly string[];
  readonly sections: readonly string[];
  /** Sections that presets switch on. */
  readonly asked: readonly string[];
  /** By version; none for a release that has what stands at the top. */
  readonly plans: ReadonlyMap<string, ReleasePlan>;
  readonly ruled: Pick<Expanded, 'facts' | 'asOf'>;
}

/** `written` has passed the schema and the rules. */
export function toConfig(written: WrittenConfig, { presets, sections, asked, plans, ruled }: Names): Config {
  const byName = written as Readonly<Record<string, unknown>>;
  const on = sections.filter((name) => byName[name] !== undefined);
  return {
    enabled: written.enabled,
    schedule: {
      timezone: written.timezone,
      holidays: [...new Set(written.holidays)].sort(),
      ...cycleOf(written),
      vars: withoutPrototype(written.vars, (value) => value),
      releases: written.releases.flatMap((release) =>
        'every' in release
          ? []
          : [
              toRelease(release, written, {
                plan: plans.get(release.version),
                facts: ruled.facts.get(release.version),
              }),
            ],
      ),
    },
    ...(ruled.asOf === undefined ? {} : { asOf: ruled.asOf }),
    app: written.app,
    people: withoutPrototype(written.people, toPerson),
    teams: withoutPrototype(written.teams, ({ 'slack-group': slackGroup, ...team }) => ({
      ...team,
      ...(slackGroup === undefined ? {} : { slackGroup }),
    })),
    audiences: withoutPrototype(written.audiences, (audience) => audience),
    limits: written.limits,
    extends: presets,
    asked,
    sections: withoutPrototype(
      Object.fromEntries(on.map((name) => [name, byName[name]])),
      (section) => section,
    ),
  };
}

/** What a kind may have in place of the top. */
function cycleOf({ roles, cycle, milestones, tasks }: Omit<WrittenPlan, 'labels'>) {
  return {
    roles: withoutPrototype(roles, (members) => [...new Set(members)].filter(isPerson)),
    roleTeams: withoutPrototype(roles, (members) =>
      [...new Set(members)].filter((member) => !isPerson(member)),
    ),
    cycle: {
      weeks: cycle.weeks,
      releaseWeek: cycle['release-week'],
      weeksAfter: cycle['weeks-after'],
      phases: cycle.phases,
    },
    milestones: toMilestones(milestones),
    tasks: tasks.map(toTask),
  };
}

/** `written` is a plan in one piece. */
export function toPlan(path: Path, written: WrittenPlan): ReleasePlan {
  return { path, ...cycleOf(written), labels: [...new Set(written.labels)] };
}

function toPerson({ 'opt-out': optOut, away, ...person }: WrittenPerson): Person {
  const days = away.map(({ from, to = from }) => ({ from, to }));
  return { ...person, optOut, ...(days.length === 0 ? {} : { away: days }) };
}

/** A team has a slash in its name, a login never. */
function isPerson(member: string): boolean {
  return !member.includes('/');
}

/** A record in which `constructor` and `toString` are keys like any other. */
function withoutPrototype<T, U>(
  record: Readonly<Record<string, T>>,
  change: (value: T) => U,
): Record<string, U> {
  const changed = Object.create(null) as Record<string, U>;
  for (const [key, value] of Object.entries(record)) changed[key] = change(value);
  return changed;
}

/** What says no day is removed from a release, or a mistake that a rule tells. */
function toMilestones(
  written: WrittenConfig['milestones'],
  inherited: Readonly<Record<string, MilestoneSpec>> = {},
): Record<string, MilestoneSpec> {
  const all = Object.entries(written).flatMap(([id, milestone]) => {
    const base = Object.hasOwn(inherited, id) ? inherited[id] : undefined;
    const spec = toMilestone(asKeys(milestone), base);
    return spec === undefined ? [] : [[id, spec] as const];
  });
  return withoutPrototype(Object.fromEntries(all), (milestone) => milestone);
}

/** A release's milestone keeps title, zone and the rest of the inherited one; claims belong to the day, so not those. */
function toMilestone(
  { on, remove: _removed, ...own }: ReturnType<typeof asKeys>,
  base: MilestoneSpec | undefined,
): MilestoneSpec | undefined {
  if (on === undefined) return undefined;
  const inherited = inheritedMilestone(base);
  return { ...inherited, ...own, fixed: own.fixed ?? inherited.fixed, on };
}

type FullMilestone = Exclude<WrittenMilestone, DayExpression>;

function asKeys(written: WrittenMilestone): FullMilestone {
  return isDay(written) ? { on: written } : written;
}

/** No kind of milestone has the name of a way to write a day. */
function isDay(written: WrittenMilestone): written is DayExpression {
  return written.kind === 'day' || written.kind === 'offset' || written.kind === 'week';
}

/** What is known of a release beside what is written. */
interface Found {
  readonly plan: ReleasePlan | undefined;
  readonly facts: RuledFacts | undefined;
}

function toRelease(
  { tasks: _tasks, roles: _roles, kind, ...written }: WrittenRelease,
  top: WrittenConfig,
  { plan, facts }: Found,
): ReleaseSpec {
  return {
    ...written,
    ...(kind === undefined ? {} : { kind }),
    ...(plan === undefined ? {} : { plan }),
    ...facts,
    vars: withoutPrototype(written.vars, (value) => value),
    milestones: toMilestones(written.milestones, plan?.milestones ?? toMilestones(top.milestones)),
  };
}

function toTask({
  week,
  due,
  span,
  remove: _removed,
  'not-before': notBefore,
  'done-by': doneBy,
  ...task
}: WrittenTask): TaskSpec {
  return {
    ...task,
    notBefore,
    ...(doneBy.length === 0 ? {} : { doneBy }),
    title: task.title ?? task.id,
    due: dueOf(week, due),
    span: span?.map(({ week: partWeek, due: partDue, ...part }): SpanPartSpec => ({
      ...part,
      due: dueOf(partWeek, partDue) ?? whole(1),
    })),
  };
}

function dueOf(week: WeekRef | undefined, due: DayExpression | undefined): DayExpression | undefined {
  return due ?? (week === undefined ? undefined : { kind: 'week', week });
}

function whole(number: number): DayExpression {
  return { kind: 'week', week: { from: 'start', number } };
}
