// The one way through the house: config, schedule, observe, desire, diff, apply, report.
import type { Checks } from '../config-check/checks.ts';
import type { LocatedProblem } from '../domain/problem.ts';
import { standingRows } from '../duties/rows.ts';
import { apply } from '../github/apply/apply.ts';
import { withReceipts } from '../github/apply/receipts.ts';
import type { Applied } from '../domain/outcome.ts';
import type { Observation } from '../domain/observed.ts';
import type { HeardDuty, Standing, StandingRow } from '../domain/standing.ts';
import type { Questions } from '../domain/questions.ts';
import { CONFIG_PATH, type Start, readConfig } from '../github/config/read-config.ts';
import type { Setting } from '../github/facts/fact.ts';
import type { Budget } from '../github/budget.ts';
import { observe } from '../github/observe.ts';
import type { Told } from '../plan/alarms/told.ts';
import type { Plan } from '../plan/plan.ts';
import type { NarrowRun } from '../plan/narrow.ts';
import { PASSES, type Pass, asksForLook, planAhead, planPass } from '../plan/plan-ahead.ts';
import { type OffRun, offRun } from './off-run.ts';
import { dutyRun, questionsFor, settingFor } from './duty-run.ts';
import { askSlips } from './ask-slips.ts';
import { narrowed } from './last-look.ts';
import { type Prepared, prepareFile, readerOf } from './prepare.ts';
import { inRepository } from './own-repository.ts';
import { inSight } from './secret-releases.ts';
import type { Scope } from './scope.ts';

export { dutyRun } from './duty-run.ts';
export { type Prepared, asOf, prepare, prepareAt } from './prepare.ts';
export type { Scope } from './scope.ts';

/** What a run took of GitHub. */
export interface Cost {
  /** Requests, repeated ones included. */
  readonly requests: number;
  /** Points of GraphQL queries. */
  readonly points: number;
  /** What GitHub says is left of the points of this hour; absent where it counts none. */
  readonly left?: Budget | undefined;
}

/** All are absent where only parts of a run are asked for. */
interface Looked {
  readonly cost?: Cost;
  /** What the first request of the run brought. */
  readonly start?: Start;
  readonly checks?: Checks;
}

export type Run = Looked & RunResult;

type RunResult =
  | { readonly kind: 'no-config'; readonly path: string }
  | OffRun
  /** Nothing is changed on a broken config: the last good state stays (P11). */
  | {
      readonly kind: 'broken-config';
      readonly path: string;
      readonly problems: readonly LocatedProblem[];
      /** What was said of it on GitHub; absent where nobody was to say it. */
      readonly told?: Told;
    }
  | (Prepared & {
      readonly kind: 'planned' | 'applied';
      readonly path: string;
      readonly plan: Plan;
      readonly applied: readonly Applied[];
      /** What stands between the releases and their next milestones, as the last look showed it. */
      readonly standing: readonly Standing[];
      /** The duties that were asked for it. */
      readonly heard: readonly HeardDuty[];
      /** The kinds that all duties declare, in the order in which they are told. */
      readonly rows: readonly StandingRow[];
      /** What the last look of the run found. */
      readonly observation: Observation;
      /** What the run asked for. */
      readonly questions: Questions;
      readonly setting: Setting;
    });

type PlannedRun = Extract<Run, { plan: unknown }>;

/** What a run would do, without a single write. */
export async function planRun(scope: Scope): Promise<Run> {
  const begun = await begin(scope, 'plan');
  return 'first' in begun ? begun.run : begun;
}

/** Makes the repository what the config says: plans, applies, and looks again where it opened or began something. */
export async function reconcile(scope: Scope): Promise<Run> {
  const begun = await begin(scope, 'apply');
  if (!('first' in begun)) return begun;
  const { run: planned, first, narrow } = begun;
  let current = planned;
  let pass: Pass = first;
  const applied: Applied[] = [];
  let held: readonly Applied[] = [];
  for (let looks = 1; ; looks++) {
    // oxlint-disable-next-line no-await-in-loop -- each look follows what the last one led to
    const results = await apply(scope.github, pass.operations, current, scope.channels, scope.receipts);
    held = results.filter(({ outcome }) => outcome === 'held');
    applied.push(...results.filter(({ outcome }) => outcome !== 'held'));
    const tried = results.map(({ operation }) => operation);
    if (!asksForLook(tried, current.observation) || held.length > 0 || looks === PASSES) break;
    // oxlint-disable-next-line no-await-in-loop -- see above
    const seen = await observe(scope.github, current.questions, current.setting, scope.facts);
    const observation = withReceipts(seen, scope.receipts);
    const made = applied.map(({ operation }) => operation);
    pass = planPass(
      { ...dutyRun(current, scope), narrow },
      observation,
      current.config.limits.operations,
      made,
    );
    current = { ...current, observation, ...seenBy(pass) };
  }
  // The operations are those of the plan; what is left or unknown is what the last look says as well.
  const { unknown } = planned.plan;
  const left = [...held.map(({ operation }) => operation), ...pass.left];
  return {
    ...current,
    plan: {
      ...planned.plan,
      left,
      held: held[0]?.detail,
      unknown: pass === first ? unknown : [...unknown, ...pass.wishes.unknown],
    },
    kind: 'applied',
    applied,
  };
}

interface Begun {
  readonly run: PlannedRun;
  readonly first: Pass;
  readonly narrow: NarrowRun | undefined;
}

/** The first look, what it leads to, and all that the run would do; or why there is none. */
async function begin(scope: Scope, mode: 'plan' | 'apply'): Promise<Run | Begun> {
  const path = scope.path ?? CONFIG_PATH;
  const read = readerOf(scope);
  const start = await readConfig(scope.github, path);
  const found =
    scope.config === undefined ? prepareFile(start.config, scope.now, read) : read(scope.config, scope.now);
  if (found === undefined) return { kind: 'no-config', path, start };
  if ('problems' in found) return { kind: 'broken-config', path, problems: found.problems, start };
  const misplaced = inRepository(found, scope.github);
  if (misplaced.length > 0) return { kind: 'broken-config', path, problems: misplaced, start };
  const prepared = inSight(found, start.isPrivate);
  if (!prepared.config.enabled)
    return { ...(await offRun({ ...scope, path }, prepared, start.viewer, mode)), start };
  const whole = dutyRun(prepared, scope);
  const asked = questionsFor(whole, scope);
  // A config from elsewhere is not the one that the pull requests are against.
  const questions =
    scope.config === undefined ? askSlips(asked, start, { app: prepared.config.app, path }) : asked;
  const { text } = prepared;
  const about = scope.about && narrowed(scope.about, { text, questions, now: scope.now });
  const narrow = about && { numbers: about.numbers, isAsked: about.isAsked };
  const shared = { ...whole, narrow };
  const setting = { ...settingFor(prepared, scope, start.viewer), narrow: about };
  const seen = await observe(scope.github, questions, setting, scope.facts);
  const observation = withReceipts(seen, scope.receipts);
  const passes = planAhead(shared, observation, prepared.config.limits.operations);
  const [first] = passes;
  const plan: Plan = {
    operations: passes.flatMap(({ operations }) => operations),
    left: passes.at(-1)?.left ?? [],
    skips: first.wishes.skips,
    unknown: first.wishes.unknown,
  };
  const looked = {
    path,
    start,
    ...prepared,
    questions,
    setting,
    observation,
    ...seenBy(first),
    rows: standingRows(shared.duties, shared.asked),
  };
  return { first, narrow, run: { kind: 'planned', ...looked, plan, applied: [] } };
}

/** What stands in the way, as one look showed it. */
function seenBy({ wishes: { standing, heard } }: Pass): Pick<PlannedRun, 'standing' | 'heard'> {
  return { standing, heard };
}
