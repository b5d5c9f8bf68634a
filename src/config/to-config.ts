// From decoded values to the config that the rest of the program reads.
import { filledBranch } from '../domain/minor-of.ts';
import type { FromPresets, ReleasePlan, ReleaseSpec, ScheduleSpec } from '../domain/spec.ts';
import type { Path } from '../domain/problem.ts';
import { eventId } from './event-id.ts';
import type { Config, Person } from './config.ts';
import type { Expanded, RuledFacts } from './release-rules/expand.ts';
import type { WrittenConfig } from './schema/config-schema.ts';
import type { WrittenPlan } from './schema/kinds.ts';
import type { WrittenRelease } from './schema/releases.ts';
import { toCandidates } from './to-candidates.ts';
import { toRoles } from './to-roles.ts';
import { toMilestones } from './to-milestones.ts';
import { toTask } from './to-task.ts';
import { withoutPrototype } from './without-prototype.ts';

type WrittenPerson = WrittenConfig['people'][string];

type WrittenTeams = WrittenConfig['teams'];

interface Names {
  readonly presets: readonly string[];
  readonly sections: readonly string[];
  /** Sections that presets switch on. */
  readonly asked: readonly string[];
  readonly fromPresets: FromPresets | undefined;
  /** By version; none for a release that has what stands at the top. */
  readonly plans: ReadonlyMap<string, ReleasePlan>;
  readonly ruled: Pick<Expanded, 'facts' | 'asOf'>;
}

/** `written` has passed the schema and the rules. */
export function toConfig(
  written: WrittenConfig,
  { presets, sections, asked, plans, fromPresets, ruled }: Names,
): Config {
  const byName = written as Readonly<Record<string, unknown>>;
  const on = sections.filter((name) => byName[name] !== undefined);
  return {
    enabled: written.enabled,
    schedule: {
      timezone: written.timezone,
      holidays: [...new Set(written.holidays)].sort(),
      ...cycleOf(written, written.teams),
      ...awayOf(written, plans),
      vars: withoutPrototype(written.vars, (value) => value),
      ...repositoriesOf(written),
      ...eventsOf(written),
      ...(fromPresets === undefined ? {} : { fromPresets }),
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
function cycleOf(
  {
    roles,
    cycle,
    candidates,
    milestones,
    tasks,
  }: Pick<WrittenPlan, 'roles' | 'cycle' | 'candidates' | 'milestones' | 'tasks'>,
  teams: WrittenTeams,
) {
  return {
    ...toRoles(roles, teams),
    cycle: {
      weeks: cycle.weeks,
      releaseWeek: cycle['release-week'],
      weeksAfter: cycle['weeks-after'],
      phases: cycle.phases,
    },
    ...(candidates === undefined ? {} : { candidates: toCandidates(candidates) }),
    milestones: toMilestones(milestones),
    tasks: tasks.map(toTask),
  };
}

/** `written` is a plan in one piece. */
export function toPlan(path: Path, written: WrittenPlan, teams: WrittenTeams): ReleasePlan {
  return {
    path,
    ...cycleOf(written, teams),
    labels: [...new Set(written.labels)],
    vars: withoutPrototype(written.vars, (value) => value),
    ...(written.private ? { private: true } : {}),
    ...repositoriesOf(written),
    ...eventsOf(written),
  };
}

/** One without an id has that of its title. */
function eventsOf({ events }: Pick<WrittenConfig, 'events'>): Pick<ScheduleSpec, 'events'> {
  if (events.length === 0) return {};
  return { events: events.map(({ id, ...event }) => ({ id: id ?? eventId(event.title), ...event })) };
}

/** A name alone is short for a repository that needs nothing else. */
function repositoriesOf({
  repositories,
}: Pick<WrittenConfig, 'repositories'>): Pick<ScheduleSpec, 'repositories'> {
  if (repositories.length === 0) return {};
  return {
    repositories: repositories.map((one) => (typeof one === 'string' ? { name: one, after: [] } : one)),
  };
}

/** Days off decide who takes a role in turn; where nobody does, the schedule needs none. */
function awayOf({ people, roles }: WrittenConfig, plans: Names['plans']): Pick<ScheduleSpec, 'away'> {
  const rotates = [...plans.values()].some(({ rotations }) => rotations !== undefined);
  const atTop = Object.values(roles).some((role) => !Array.isArray(role) && 'rotation' in role);
  if (!rotates && !atTop) return {};
  return { away: withoutPrototype(people, (person) => toPerson(person).away ?? []) };
}

function toPerson({ 'opt-out': optOut, away, ...person }: WrittenPerson): Person {
  const days = away.map(({ from, to = from }) => ({ from, to }));
  return { ...person, optOut, ...(days.length === 0 ? {} : { away: days }) };
}

/** In a train each line has the branch, or its own. */
function branchesOf(
  version: string,
  branch: string | undefined,
  together: WrittenRelease['together'],
): Pick<ReleaseSpec, 'branch' | 'lines'> {
  if (together === undefined) return branch === undefined ? {} : { branch: filledBranch(branch, version) };
  return {
    lines: together.map((one) => {
      const line = typeof one === 'string' ? { version: one } : one;
      const own = 'branch' in line ? line.branch : undefined;
      const name = own ?? (branch === undefined ? undefined : filledBranch(branch, line.version));
      return { version: line.version, ...(name === undefined ? {} : { branch: name }) };
    }),
  };
}

/** What is known of a release beside what is written. */
interface Found {
  readonly plan: ReleasePlan | undefined;
  readonly facts: RuledFacts | undefined;
}

function toRelease(
  {
    candidates: _candidates,
    tasks: _tasks,
    roles: _roles,
    repositories: _repositories,
    kind,
    branch,
    together,
    ...written
  }: WrittenRelease,
  top: WrittenConfig,
  { plan, facts }: Found,
): ReleaseSpec {
  return {
    ...written,
    ...branchesOf(written.version, branch, together),
    ...(kind === undefined ? {} : { kind }),
    ...(plan === undefined ? {} : { plan }),
    ...facts,
    vars: withoutPrototype(written.vars, (value) => value),
    milestones: toMilestones(written.milestones, plan?.milestones ?? toMilestones(top.milestones)),
  };
}
