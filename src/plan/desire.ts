// Asks every duty that the config switches on what should exist.
import type { Refusal } from '../domain/command-comment.ts';
import { type Instant, dayAt } from '../domain/day.ts';
import type { Desired, Skip } from '../domain/desired.ts';
import type { Fact, Observation, Observed } from '../domain/observed.ts';
import type { Questions } from '../domain/questions.ts';
import { type Release, isRunning } from '../domain/release.ts';
import type { HeardDuty, Lack, Standing } from '../domain/standing.ts';
import { lacksOf } from '../duties/lacks.ts';
import { standingRows } from '../duties/rows.ts';
import type { AnyDuty, ConfigSource, DutyAnswer, DutyContext } from '../duties/duty.ts';
import type { Told } from '../duties/duty.ts';
import { type Carriers, carriedOut, isAwaited } from '../duties/carriers.ts';
import { bookOf, sectionOf } from '../duties/book-of.ts';
import { provenTasks } from '../duties/proven.ts';
import type { Clock } from '../people/away.ts';
import { type Quiet, quietBefore, quietOf } from '../people/quiet.ts';
import type { NarrowRun } from './narrow.ts';
import { keyOf } from '../text/marker.ts';
import { trackingKey } from '../memory/tracking-key.ts';
import { hush } from './hush.ts';
import { reachTeams } from './reach-teams.ts';
import type { Unknown } from './plan.ts';
import type { Wanted } from './wanted.ts';

export type { Wanted } from './wanted.ts';

/** What the duties of a run share. */
export interface DutyRun {
  readonly duties: readonly AnyDuty[];
  /** Decoded config sections by duty name; an absent section switches the duty off. */
  readonly sections: Readonly<Record<string, unknown>>;
  /** Names of sections that presets of the config switch on. */
  readonly asked: readonly string[];
  readonly releases: readonly Release[];
  readonly source: ConfigSource;
  readonly people: DutyContext<unknown>['people'];
  readonly teams: DutyContext<unknown>['teams'];
  readonly audiences?: DutyContext<unknown>['audiences'] | undefined;
  readonly now: Instant;
  /** Absent: everything was looked at. */
  readonly narrow?: NarrowRun | undefined;
}

export interface Wishes {
  readonly wanted: readonly Wanted[];
  readonly skips: readonly Skip[];
  readonly unknown: readonly Unknown[];
  /** What stands between the releases and their milestones, as the duties say it. */
  readonly standing: readonly Standing[];
  /** All duties that were asked. */
  readonly heard: readonly HeardDuty[];
  /** Comments with commands that were refused. */
  readonly refusals: readonly Refusal[];
}

/** What each duty of this run wants to have looked at. */
export function questionsOf(run: DutyRun): Questions[] {
  const asked = activeDuties(run).map((duty) =>
    duty.asks(contextFor(run, duty, quietBefore({ people: run.people, clock: clockOf(run) }))),
  );
  // Any of them may mention a team.
  return [...asked, { teamMentions: Object.values(run.teams).map(({ github }) => github) }];
}

/** On which days people are away. */
function clockOf({ now, source }: DutyRun): Clock {
  return { now, zone: source.spec.timezone };
}

/** The facts that the duties of this run read. */
export function neededBy(run: DutyRun): Fact[] {
  return [...new Set(activeDuties(run).flatMap(({ needs }) => needs))];
}

/** The wishes of all duties, in order; one whose facts are unknown is skipped and named. */
export function desireAll(run: DutyRun, observation: Observation): Wishes {
  const quiet = quietIn(run, observation);
  const skips = unheardIn(observation);
  const start: Wishes = { wanted: [], skips, unknown: [], standing: [], heard: [], refusals: [] };
  const all = activeDuties(run).reduce(
    (before, duty) => withDuty(before, duty, run, observation, quiet),
    start,
  );
  const reached = reachTeams(all.wanted, run, observation, quiet);
  return {
    ...all,
    wanted: hush(reached.wanted, quiet, run.people),
    skips: [...all.skips, ...reached.skips],
  };
}

/** Commands that nobody answers in this run belong to no duty. */
function unheardIn({ unheard }: Observation): Skip[] {
  return unheard.known ? unheard.value.map((left) => ({ duty: 'commands', ...left })) : [];
}

/** Who wants no pings, as this look shows it. */
function quietIn(run: DutyRun, observation: Observation): Quiet {
  const { people, releases } = run;
  const clock = clockOf(run);
  const { ownIssues: issues, commands } = observation;
  const said = commands.known ? commands.value : [];
  return quietOf({ people, clock, releases, issues, commands: said, book: bookOf(run) });
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
  const { standing, heard, refusals } = before;
  const answer = duty.desire({
    ...contextFor(run, duty, quiet, observation),
    observed: observed as unknown as Observed,
    standing,
    heard,
    rows: standingRows(run.duties, run.asked),
    refusals,
    isNarrow: run.narrow !== undefined,
  });
  return {
    ...before,
    wanted: [
      ...before.wanted,
      ...answer.desired.map((desired) => ({ duty: duty.name, desired: seenByTasks(desired, run) })),
    ],
    skips: [...before.skips, ...answer.skips],
    standing: [...standing, ...(answer.standing ?? [])],
    heard: [...heard, withLacks({ name, title }, lacksNow(duty, answer, run))],
    refusals: [...refusals, ...(answer.refusals ?? [])],
  };
}

/** A box may wait for what was just sent: the run that notes it looks again, and checks the box. */
function seenByTasks(desired: Desired, run: DutyRun): Desired {
  if (desired.kind !== 'entry') return desired;
  const release = run.releases.find((one) => trackingKey(one) === desired.issue);
  const isSeen =
    release !== undefined &&
    (isAwaited(desired.key, release, carriersOf(run)) || isSaidOnTheDay(desired.key, release, run));
  return isSeen ? { ...desired, shown: true } : desired;
}

/** A command on release day may confirm a step: when that was, is noted in this run and not in the next. */
function isSaidOnTheDay(key: string, release: Release, { sections, now }: DutyRun): boolean {
  if (sections['run-sheet'] === undefined || !key.startsWith(keyOf(release.version, 'command', '')))
    return false;
  return dayAt(now, release.timezone) === release.release;
}

function carriersOf({ duties }: DutyRun): Carriers {
  const own = duties.filter(({ section }) => section === undefined);
  return Object.fromEntries(own.map(({ name, carriesOut }) => [name, { carriesOut }]));
}

/** Nobody waits for what a release lacks that does not run. */
function lacksNow(duty: AnyDuty, answer: DutyAnswer, run: DutyRun): Lack[] {
  const running = run.releases.filter((release) => isRunning(release, run.now)).map(({ version }) => version);
  return [...lacksOf(duty, run), ...(answer.lacks ?? [])].filter(
    ({ release }) => release === undefined || running.includes(release),
  );
}

function withLacks(heard: HeardDuty, lacks: readonly Lack[]): HeardDuty {
  return lacks.length === 0 ? heard : { ...heard, lacks };
}

function activeDuties({ duties, sections }: DutyRun): readonly AnyDuty[] {
  return duties.filter((duty) => sections[sectionOf(duty)] !== undefined);
}

/** The sections were decoded by the duties' own schemas, so their types are the duties'. */
function contextFor(
  run: DutyRun,
  duty: AnyDuty,
  quiet: Quiet,
  observation?: Observation,
): DutyContext<unknown> {
  const { sections, releases, source, people, teams, audiences = {}, now } = run;
  const config = sections[sectionOf(duty)];
  const commands = bookOf(run, observation);
  const { isQuiet, mutedIn } = quiet;
  return {
    config,
    releases,
    source,
    isQuiet,
    mutedIn,
    people,
    teams,
    audiences,
    told: toldBy(run),
    carriedOut: (release, tracking, heard) =>
      new Map([
        ...carriedOut({ release, tracking, now }, carriersOf(run), { sections, audiences, teams }, heard),
        ...provenTasks(release, observation?.evidence.known === true ? observation.evidence.value : [], now),
      ]),
    ...(observation?.publications.known === true ? { publications: observation.publications.value } : {}),
    commands,
    now,
  };
}

/** What the duties of this run tell each other of their configs. */
function toldBy(run: DutyRun): Partial<Told> {
  const told = activeDuties(run).map((duty) => duty.tells?.(run.sections[sectionOf(duty)]) ?? {});
  return Object.assign({}, ...told) as Partial<Told>;
}

function whyUnknown(observation: Observation, fact: Fact, duty: string): Unknown[] {
  const known = observation[fact];
  return known.known ? [] : [{ duty, fact, why: known.why }];
}

function knownValue<F extends Fact>(observation: Observation, fact: F): Observed[F] | undefined {
  const known = observation[fact];
  return known.known ? known.value : undefined;
}
