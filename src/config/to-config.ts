// From decoded values to the config that the rest of the program reads.
import type { MilestoneSpec, ReleaseSpec, SpanPartSpec, TaskSpec } from '../domain/spec.ts';
import type { DayExpression, WeekRef } from '../domain/day-expression.ts';
import type { Config, Person } from './config.ts';
import type { WrittenConfig } from './schema/config-schema.ts';
import type { WrittenRelease } from './schema/releases.ts';
import type { WrittenTask } from './schema/tasks.ts';

type WrittenMilestone = WrittenRelease['milestones'][string];

type WrittenPerson = WrittenConfig['people'][string];

interface Names {
  readonly presets: readonly string[];
  readonly sections: readonly string[];
  /** Sections that presets switch on. */
  readonly asked: readonly string[];
}

/** `written` has passed the schema and the rules. */
export function toConfig(written: WrittenConfig, { presets, sections, asked }: Names): Config {
  const byName = written as Readonly<Record<string, unknown>>;
  const on = sections.filter((name) => byName[name] !== undefined);
  return {
    enabled: written.enabled,
    schedule: {
      timezone: written.timezone,
      holidays: [...new Set(written.holidays)].sort(),
      roles: withoutPrototype(written.roles, (members) => [...new Set(members)].filter(isPerson)),
      roleTeams: withoutPrototype(written.roles, (members) =>
        [...new Set(members)].filter((member) => !isPerson(member)),
      ),
      cycle: {
        weeks: written.cycle.weeks,
        releaseWeek: written.cycle['release-week'],
        weeksAfter: written.cycle['weeks-after'],
        phases: written.cycle.phases,
      },
      milestones: withoutPrototype(written.milestones, (milestone) => toMilestone(milestone)),
      tasks: written.tasks.map(toTask),
      vars: withoutPrototype(written.vars, (value) => value),
      releases: written.releases.map((release) => toRelease(release, written.milestones)),
    },
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

/** A release's milestone keeps title, zone and the rest of the one at the top; claims belong to the day, so not those. */
function toMilestone(written: WrittenMilestone, base?: WrittenMilestone): MilestoneSpec {
  const own = asKeys(written);
  const inherited = base === undefined ? undefined : asKeys(base);
  return {
    ...own,
    title: own.title ?? inherited?.title,
    who: own.who ?? inherited?.who,
    kind: own.kind ?? inherited?.kind,
    zone: own.zone ?? inherited?.zone,
    at: own.at ?? inherited?.at,
    fixed: own.fixed ?? inherited?.fixed ?? false,
    ask: own.ask ?? inherited?.ask,
  };
}

function asKeys(written: WrittenMilestone): Exclude<WrittenMilestone, DayExpression> {
  return 'on' in written ? written : { on: written };
}

function toRelease(written: WrittenRelease, defaults: WrittenConfig['milestones']): ReleaseSpec {
  const base = (id: string): WrittenMilestone | undefined =>
    Object.hasOwn(defaults, id) ? defaults[id] : undefined;
  const milestones = Object.entries(written.milestones).map(
    ([id, own]) => [id, toMilestone(own, base(id))] as const,
  );
  return {
    ...written,
    vars: withoutPrototype(written.vars, (value) => value),
    milestones: withoutPrototype(Object.fromEntries(milestones), (milestone) => milestone),
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
