// From the text of a config to its releases, or to everything that is wrong with it.
import type { Config } from '../config/config.ts';
import { loadConfig } from '../config/load-config.ts';
import { PRESETS } from '../config/presets.ts';
import { type Instant, instantOf } from '../domain/day.ts';
import { type LocatedProblem, type Problem, isError } from '../domain/problem.ts';
import type { Release } from '../domain/release.ts';
import type { AnyDuty } from '../duties/duty.ts';
import { withCarriers } from '../duties/carriers.ts';
import { DUTY_SECTIONS, sectionsOf } from '../duties/index.ts';
import type { ConfigFile } from '../github/config/read-config.ts';
import { buildReleases } from '../schedule/build-release.ts';
import { taskCount, tasksOfCandidates } from '../schedule/candidates/tasks.ts';
import { lintSchedule } from '../schedule/lint.ts';
import { planPath, specOfRelease } from '../schedule/spec-of-release.ts';
import { type NamedRepository, namedRepositories } from './own-repository.ts';
import { unfilled } from '../schedule/variables/fill-section.ts';
import { datesBeside } from './dates-beside.ts';
import { secretsIn } from './secret-releases.ts';

/** Most tasks of all releases together: enough for sixty cycles of Kubernetes. */
const MOST_TASKS = 3000;

/** A config that stands, with its releases resolved. */
export interface Prepared {
  /** The config as it was written. */
  readonly text: string;
  readonly config: Config;
  readonly releases: readonly Release[];
  readonly warnings: readonly LocatedProblem[];
  /** Warnings that hold in a public repository only. */
  readonly secrets: readonly LocatedProblem[];
  /** What would be wrong, by which repository the config is of. */
  readonly named: readonly NamedRepository[];
}

/**
 * Text to releases, or everything that is wrong with it: structure first, then dates. `now` decides which releases of
 * rules are listed; without it each rule is as on the day of its first release.
 */
export function prepare(
  text: string,
  sections: typeof DUTY_SECTIONS = DUTY_SECTIONS,
  now?: Instant,
): Prepared | { readonly problems: readonly LocatedProblem[] } {
  const loaded = loadConfig(text, { sections, presets: PRESETS, now });
  if (!loaded.ok) return { problems: byLine([...loaded.problems, ...datesBeside(loaded)]) };
  const crowd = tooMany(loaded.config);
  if (crowd !== undefined) return { problems: [loaded.locate(crowd)] };
  const { schedule } = loaded.config;
  const { releases: built, problems } = buildReleases(schedule);
  const tasks = new Map(
    schedule.releases.map((release) => [
      release.version,
      tasksOfCandidates(specOfRelease(schedule, release), release),
    ]),
  );
  const releases = built.map((release) =>
    withCarriers(release, tasks.get(release.version) ?? [], sections, loaded.config),
  );
  const texts = unfilled(loaded.config.sections, sections, schedule, releases);
  const found = [...problems, ...texts, ...lintSchedule(schedule, releases)].map(loaded.locate);
  const idle = idleBy(loaded.config).map(loaded.locate);
  const all = byLine([...loaded.warnings, ...found, ...idle]);
  if (all.some(isError)) return { problems: all };
  const secrets = secretsIn(releases).map(loaded.locate);
  const named = namedRepositories(schedule).map((one) => ({ ...one, problem: loaded.locate(one.problem) }));
  return { text, config: loaded.config, releases, warnings: all, secrets, named };
}

function byLine(problems: readonly LocatedProblem[]): LocatedProblem[] {
  return problems.toSorted((a, b) => a.line - b.line || a.column - b.column);
}

/** The same with the sections of a caller's own duties, or with a memory. */
export type Prepare = (text: string, now: Instant) => ReturnType<typeof prepare>;

/** With the sections of the registry. */
export const prepareAt: Prepare = (text, now) => prepare(text, DUTY_SECTIONS, now);

/** The moment for which a config lists the releases of its rules; undefined without rules. */
export function asOf({ config }: Pick<Prepared, 'config'>): Instant | undefined {
  const { asOf: day, schedule } = config;
  return day === undefined ? undefined : instantOf(day, '12:00', schedule.timezone);
}

/** How a run reads its configs: as its caller says, else with the sections of its own duties. */
export function readerOf({ prepare: read, duties }: Reader): Prepare {
  if (read !== undefined) return read;
  const sections = duties === undefined ? DUTY_SECTIONS : sectionsOf(duties);
  return (text, now) => prepare(text, sections, now);
}

interface Reader {
  readonly prepare?: Prepare;
  readonly duties?: readonly AnyDuty[] | undefined;
}

const NOTHING_ON: Problem = {
  code: 'nothing-on',
  severity: 'warning',
  path: ['releases'],
  message: 'No section is switched on, so nothing happens for these releases.',
  fix: 'Delete "tracking-issue: off".',
};

const SWITCHED_OFF: Problem = {
  code: 'switched-off',
  severity: 'warning',
  path: ['enabled'],
  message: 'relcomms is switched off: runs take back what they put into the repository, and do nothing else.',
  fix: 'Delete "enabled: no" to switch it on.',
};

/** Why nothing comes of a config that is good. */
function idleBy(config: Config): Problem[] {
  if (!config.enabled) return [SWITCHED_OFF];
  return [...(nothingOn(config) ? [NOTHING_ON] : []), ...unreadRepositories(config)];
}

/** Repositories are looked at for the report alone. */
function unreadRepositories({ schedule, sections }: Config): Problem[] {
  const written = schedule.releases.find(
    (one) => (specOfRelease(schedule, one).repositories ?? []).length > 0,
  );
  if (written === undefined || sections['report'] !== undefined) return [];
  return [
    {
      code: 'repositories-unread',
      severity: 'warning',
      path: planPath(written, 'repositories'),
      message: 'The section "report" is off, so nobody looks at the other repositories.',
      fix: 'Write "report: {}" to switch it on.',
    },
  ];
}

function nothingOn({ schedule, sections }: Config): boolean {
  return schedule.releases.length > 0 && Object.keys(sections).length === 0;
}

/** Laying out each of them takes time, and a config may come from anybody who opens a pull request. */
function tooMany({ schedule }: Config): Problem | undefined {
  const { releases } = schedule;
  const count = releases.reduce(
    (sum, release) => sum + taskCount(specOfRelease(schedule, release), release),
    0,
  );
  if (count <= MOST_TASKS) return undefined;
  return {
    code: 'too-many-releases',
    severity: 'error',
    path: ['releases'],
    message: `The ${releases.length} releases have ${count} tasks, more than ${MOST_TASKS}.`,
    fix: 'Delete releases that are over.',
  };
}

/** A file to releases; undefined when it is not there. What is no text is broken like any other mistake. */
export function prepareFile(
  file: ConfigFile,
  now: Instant,
  read: Prepare = prepareAt,
): ReturnType<typeof prepare> | undefined {
  if (file.kind === 'missing') return undefined;
  if (file.kind === 'file') return read(file.text, now);
  const fix = 'Save it as UTF-8 text of at most 64 KiB.';
  const found = { code: 'unreadable', severity: 'error', path: [], message: `${file.why}.`, fix } as const;
  return { problems: [{ ...found, line: 1, column: 1 }] };
}
