// The one way through the house: config, schedule, observe, desire, diff, apply, report.
import type { Checks } from '../config-check/checks.ts';
import { type Instant, addDays, day, dayAt } from '../domain/day.ts';
import type { LocatedProblem } from '../domain/problem.ts';
import { DUTIES } from '../duties/index.ts';
import { ownAccounts } from '../github/accounts.ts';
import { apply } from '../github/apply/apply.ts';
import type { Applied } from '../domain/outcome.ts';
import type { GitHub } from '../github/client.ts';
import type { Look, ReadArtifact } from '../github/observe/look.ts';
import type { ArtifactMemory } from '../github/observe/remember-artifacts.ts';
import { observe } from '../github/observe/observe.ts';
import { CONFIG_PATH, type Start, readConfig } from '../github/observe/read-config.ts';
import type { Observation } from '../domain/observed.ts';
import type { Operation } from '../domain/operation.ts';
import type { BranchReport } from '../domain/test-results.ts';
import type { HeardDuty, Standing } from '../domain/standing.ts';
import type { Channels } from '../domain/outbox.ts';
import { type DutyRun, desireAll, questionsOf } from '../plan/desire.ts';
import { diff } from '../plan/diff.ts';
import { limit } from '../plan/limit.ts';
import type { Plan } from '../plan/plan.ts';
import { withReports } from '../plan/with-reports.ts';
import { type Prepared, prepare, prepareFile } from './prepare.ts';
import { withSeen } from './seen-on-slack.ts';

export { type Prepared, prepare } from './prepare.ts';

/** Where a run looks and when it is. */
export interface Scope {
  readonly github: GitHub;
  readonly now: Instant;
  /** Path of the config on the default branch. */
  readonly path?: string;
  /** The config's text, when it comes from elsewhere than the default branch. */
  readonly config?: string;
  /** Reads the config's text; a caller that runs often on the same text may keep what it read. Default: `prepare`. */
  readonly prepare?: typeof prepare;
  /** What was read of artifacts, for a caller that runs often. Default: nothing is remembered. */
  readonly artifacts?: ArtifactMemory | undefined;
  /** Test results that come with the run itself, beside those that are at GitHub. */
  readonly reports?: readonly BranchReport[] | undefined;
  /** By which messages go out; absent: none is sent. */
  readonly channels?: Channels;
}

/** Both are absent where only parts of a run are asked for. */
interface Looked {
  /** What the first request of the run brought. */
  readonly start?: Start;
  readonly checks?: Checks;
}

export type Run = Looked & RunResult;

type RunResult =
  | { readonly kind: 'no-config'; readonly path: string }
  /** Nothing is changed on a broken config: the last good state stays (P11). */
  | { readonly kind: 'broken-config'; readonly path: string; readonly problems: readonly LocatedProblem[] }
  | (Prepared & {
      readonly kind: 'planned' | 'applied';
      readonly path: string;
      readonly plan: Plan;
      readonly applied: readonly Applied[];
      /** What stands between the releases and their next milestones, as the last look showed it. */
      readonly standing: readonly Standing[];
      /** The duties that were asked for it. */
      readonly heard: readonly HeardDuty[];
      /** What the last look of the run found. */
      readonly observation: Observation;
      readonly look: Look;
    });

/** Looks again after it opened something, to find what others opened in the same moment. */
const PASSES = 3;

/** What a run would do, without a single write. */
export async function planRun(scope: Scope): Promise<Run> {
  const path = scope.path ?? CONFIG_PATH;
  const read = scope.prepare ?? prepare;
  const start = await readConfig(scope.github, path);
  const prepared = scope.config === undefined ? prepareFile(start.config, read) : read(scope.config);
  if (prepared === undefined) return { kind: 'no-config', path, start };
  if ('problems' in prepared) return { kind: 'broken-config', path, problems: prepared.problems, start };
  const run = dutyRun(prepared, scope);
  const look = { ...lookFor(prepared, run, start.viewer), artifacts: scope.artifacts };
  return {
    kind: 'planned',
    path,
    start,
    ...prepared,
    look,
    ...(await makePlan(scope, run, look, prepared)),
    applied: [],
  };
}

/** Makes the repository what the config says: plans, applies, and looks again where it opened something. */
export async function reconcile(scope: Scope): Promise<Run> {
  const planned = await planRun(scope);
  if (planned.kind !== 'planned') return planned;
  let current = planned;
  const applied: Applied[] = [];
  let held: readonly Applied[] = [];
  for (let pass = 1; ; pass++) {
    const operations = withoutMade(current.plan.operations, applied);
    const results = await apply(scope.github, operations, current, scope.channels);
    held = results.filter(({ outcome }) => outcome === 'held');
    applied.push(...results.filter(({ outcome }) => outcome !== 'held'));
    const opened = results.some(({ operation }) => operation.kind === 'create-issue');
    if (!opened || held.length > 0 || pass === PASSES) break;
    current = {
      ...current,
      ...(await makePlan(scope, dutyRun(current, scope), current.look, current, applied.length)),
    };
  }
  // The operations are those of the plan; what is left or unknown is what the last look says as well.
  const unknown =
    current === planned ? planned.plan.unknown : [...planned.plan.unknown, ...current.plan.unknown];
  const left = [...held.map(({ operation }) => operation), ...current.plan.left];
  return {
    ...current,
    plan: { ...planned.plan, left, held: held[0]?.detail, unknown },
    kind: 'applied',
    applied,
  };
}

/** A look and the plan that follows from it; `spent` operations of the run's limit are used up already. */
async function makePlan(
  { github, channels, reports = [] }: Scope,
  run: DutyRun,
  look: Look,
  { config }: Prepared,
  spent = 0,
) {
  const found = withReports(await observe(github, look), reports, look.testsOf ?? []);
  const observation = await withSeen(found, run, channels);
  const wishes = desireAll(run, observation);
  const most = Math.max(0, config.limits.operations - spent);
  const issues = observation.ownIssues.known ? observation.ownIssues.value : [];
  const operations = limit(diff(wishes.wanted, observation, run.now), { operations: most }, issues);
  const plan: Plan = {
    operations: operations.now,
    left: operations.left,
    skips: wishes.skips,
    unknown: wishes.unknown,
  };
  return { observation, plan, standing: wishes.standing, heard: wishes.heard };
}

/** What the duties of a run with this config share. */
export function dutyRun(
  { text, config, releases }: Prepared,
  { now, path }: Pick<Scope, 'now' | 'path'>,
): DutyRun {
  const source = { path: path ?? CONFIG_PATH, text, spec: config.schedule, reread: prepare };
  const { sections, people, teams, audiences } = config;
  return { duties: DUTIES, sections, releases, source, people, teams, audiences, now };
}

/** Our issues are older than nothing in the config; a quarter before the first cycle is far enough back. */
export function lookFor({ config, releases }: Prepared, run: DutyRun, viewer: string): Look {
  const starts = releases.map((release) => release.start).toSorted();
  const since = addDays(starts[0] ?? dayAt(run.now, 'UTC'), -90);
  return {
    accounts: ownAccounts(viewer, config.app),
    since: since < day('1970-01-01') ? day('1970-01-01') : since,
    ...questionsOf(run),
    readArtifact,
  };
}

/** What reads archives is loaded only when there is one. */
const readArtifact: ReadArtifact = async (bytes) => {
  const { readZip } = await import('../test-results/read-zip.ts');
  return await readZip(bytes);
};

/** A list that lags behind must not make us open a second time what this run has opened. */
function withoutMade(operations: readonly Operation[], applied: readonly Applied[]): Operation[] {
  const made = applied.flatMap(({ operation }) => (operation.kind === 'create-issue' ? [operation.key] : []));
  return operations.filter((operation) => {
    if (operation.kind === 'create-issue') return !made.includes(operation.key);
    return !('issue' in operation && 'key' in operation.issue && made.includes(operation.issue.key));
  });
}
