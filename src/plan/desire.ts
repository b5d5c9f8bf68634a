// Asks every duty that the config switches on what should exist.
import type { Instant } from '../domain/day.ts';
import type { Skip } from '../domain/desired.ts';
import type { Fact, Observation, Observed } from '../domain/observed.ts';
import type { Release } from '../domain/release.ts';
import type { HeardDuty, Standing } from '../domain/standing.ts';
import type { AcknowledgeConfig } from '../duties/acknowledge/config.ts';
import type { AnyDuty, ConfigSource, DutyContext, PullQuestions, Questions } from '../duties/duty.ts';
import { type Quiet, quietBefore, quietOf } from '../people/quiet.ts';
import { hush } from './hush.ts';
import type { Unknown } from './plan.ts';
import type { Wanted } from './wanted.ts';

export type { Wanted } from './wanted.ts';

/** What the duties of a run share. */
export interface DutyRun {
  readonly duties: readonly AnyDuty[];
  /** Decoded config sections by duty name; an absent section switches the duty off. */
  readonly sections: Readonly<Record<string, unknown>>;
  readonly releases: readonly Release[];
  readonly source: ConfigSource;
  readonly people: DutyContext<unknown>['people'];
  readonly teams: DutyContext<unknown>['teams'];
  readonly audiences?: DutyContext<unknown>['audiences'] | undefined;
  readonly now: Instant;
}

export interface Wishes {
  readonly wanted: readonly Wanted[];
  readonly skips: readonly Skip[];
  readonly unknown: readonly Unknown[];
  /** What stands between the releases and their milestones, as the duties say it. */
  readonly standing: readonly Standing[];
  /** All duties that were asked. */
  readonly heard: readonly HeardDuty[];
}

/** Everything that the duties of this run want to have looked at. */
export function questionsOf(run: DutyRun): Questions {
  const all = activeDuties(run).map((duty) => duty.asks(contextFor(run, duty, quietBefore(run.people))));
  return {
    issues: unique(all.flatMap((questions) => questions.issues)),
    records: unique(all.flatMap((questions) => questions.records ?? [])),
    labels: unique(all.flatMap((questions) => questions.labels)),
    milestones: unique(all.flatMap((questions) => questions.milestones)),
    logins: unique(all.flatMap((questions) => questions.logins)),
    teams: unique(all.flatMap((questions) => questions.teams ?? [])),
    pulls: joined(all.flatMap((questions) => questions.pulls ?? [])),
    versions: unique(all.flatMap((questions) => questions.versions ?? [])),
    testsOf: unique(all.flatMap((questions) => questions.testsOf ?? [])),
    testArtifacts: unique(all.flatMap((questions) => questions.testArtifacts ?? [])),
    files: all.flatMap((questions) => questions.files ?? []),
    blockers: unique(all.flatMap((questions) => questions.blockers ?? [])),
  };
}

/** Several duties may look at pull requests; the label of the first is that by which our comments are found. */
function joined(questions: readonly PullQuestions[]): PullQuestions | undefined {
  const [first] = questions;
  return (
    first && {
      label: first.label,
      branches: unique(questions.flatMap(({ branches }) => branches)),
      teams: unique(questions.flatMap(({ teams }) => teams)),
      fixLabels: unique(questions.flatMap(({ fixLabels }) => fixLabels)),
    }
  );
}

/** The wishes of all duties, in order; one whose facts are unknown is skipped and named. */
export function desireAll(run: DutyRun, observation: Observation): Wishes {
  const quiet = quietIn(run, observation);
  const start: Wishes = { wanted: [], skips: [], unknown: [], standing: [], heard: [] };
  const all = activeDuties(run).reduce(
    (before, duty) => withDuty(before, duty, run, observation, quiet),
    start,
  );
  return { ...all, wanted: hush(all.wanted, quiet, run.people) };
}

/** Who wants no pings, as this look shows it. */
function quietIn({ people, releases }: DutyRun, observation: Observation): Quiet {
  const { ownIssues: issues, commands } = observation;
  return quietOf({ people, releases, issues, commands: commands.known ? commands.value : [] });
}

function withDuty(
  before: Wishes,
  duty: AnyDuty,
  run: DutyRun,
  observation: Observation,
  quiet: Quiet,
): Wishes {
  const unknown = duty.needs.flatMap((fact) => whyUnknown(observation, fact, duty.name));
  const { name, title } = duty;
  if (unknown.length > 0) {
    return {
      ...before,
      heard: [...before.heard, { name, title, why: unknown[0]?.why }],
      unknown: [...before.unknown, ...unknown],
    };
  }
  const observed = Object.fromEntries(duty.needs.map((fact) => [fact, knownValue(observation, fact)]));
  const { standing, heard } = before;
  const answer = duty.desire({
    ...contextFor(run, duty, quiet),
    observed: observed as unknown as Observed,
    standing,
    heard,
  });
  return {
    ...before,
    wanted: [...before.wanted, ...answer.desired.map((desired) => ({ duty: duty.name, desired }))],
    skips: [...before.skips, ...answer.skips],
    standing: [...standing, ...(answer.standing ?? [])],
    heard: [...heard, { name, title }],
  };
}

function activeDuties({ duties, sections }: DutyRun): readonly AnyDuty[] {
  return duties.filter((duty) => sections[sectionOf(duty)] !== undefined);
}

function sectionOf({ name, section }: AnyDuty): string {
  return section ?? name;
}

/** The sections were decoded by the duties' own schemas, so their types are the duties'. */
function contextFor(run: DutyRun, duty: AnyDuty, quiet: Quiet): DutyContext<unknown> {
  const { sections, releases, source, people, teams, audiences = {}, now } = run;
  const config = sections[sectionOf(duty)];
  const acknowledge = (sections['acknowledge'] as AcknowledgeConfig | undefined)?.milestones;
  const { isQuiet, mutedIn } = quiet;
  return { config, releases, source, isQuiet, mutedIn, people, teams, audiences, acknowledge, now };
}

function whyUnknown(observation: Observation, fact: Fact, duty: string): Unknown[] {
  const known = observation[fact];
  return known.known ? [] : [{ duty, fact, why: known.why }];
}

function knownValue<F extends Fact>(observation: Observation, fact: F): Observed[F] | undefined {
  const known = observation[fact];
  return known.known ? known.value : undefined;
}

function unique(words: readonly string[]): string[] {
  return [...new Set(words)];
}
