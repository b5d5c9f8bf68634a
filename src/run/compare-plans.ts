// Plans two configs from one look at the repository: what a run would do with the one, and with the other.
import type { Comparison } from '../config-check/judge.ts';
import type { Observation } from '../domain/observed.ts';
import type { Operation } from '../domain/operation.ts';
import type { Questions } from '../domain/questions.ts';
import type { AnyFact, Setting } from '../github/facts/fact.ts';
import { FACTS } from '../github/facts/index.ts';
import { countNames, joinQuestions } from '../github/facts/join-questions.ts';
import { observeAll } from '../github/observe.ts';
import type { DutyRun } from '../plan/desire.ts';
import { foreseeMerge } from '../plan/foresee-merge.ts';
import { type Pass, planAhead } from '../plan/plan-ahead.ts';
import { dutyRun, questionsFor, settingFor } from './duty-run.ts';
import type { Prepared } from './prepare.ts';
import type { Scope } from './scope.ts';

/**
 * Most names that a proposed config may have looked up beyond those of the config on the default branch. That one is
 * trusted with any number; this one may come from anybody, and each name costs a part of a request or more.
 */
const MOST_NAMES = 300;

interface Eyes extends Scope {
  readonly viewer: string;
  /** Accounts whose issues are ours, whatever the proposed config says. */
  readonly accounts: readonly string[];
}

/**
 * `base` is undefined when the default branch has no config that stands; `head` is that of a pull request, which is
 * merged when it counts. Limits of a run don't cut these plans.
 */
export async function comparePlans(
  eyes: Eyes,
  pull: number,
  base: Prepared | undefined,
  head: Prepared,
): Promise<Comparison> {
  const { facts = FACTS } = eyes;
  const configs = base === undefined ? [head] : [base, head];
  const runs = configs.map((config) => dutyRun(config, eyes));
  const looks = runs.map((run) => questionsFor(run, eyes));
  const further = namesBeyond(facts, looks);
  if (further > MOST_NAMES)
    return {
      why: `it names ${further} things more than the config on the default branch, and ${MOST_NAMES} are looked up at most`,
    };
  const observations = await observeAll(eyes.github, looks, settingOf(eyes, configs), facts);
  const merged = observations.map((one, index) => (index < looks.length - 1 ? one : foreseeMerge(one, pull)));
  return compared(runs, merged);
}

/** The last is the proposed one. A fact that could not be read is not taken for nothing. */
function compared(runs: readonly DutyRun[], observations: readonly Observation[]): Comparison {
  const plans = observations.flatMap((observation, index) => {
    const run = runs[index];
    return run === undefined ? [] : [planAhead(run, observation, Infinity)];
  });
  const unknown = plans.flatMap(([{ wishes }]) => wishes.unknown)[0];
  if (unknown !== undefined) return { why: unknown.why };
  const [after = [], before = []] = plans.map(operationsOf).toReversed();
  const observation = observations.at(-1);
  return observation === undefined ? { why: 'nobody looked' } : { before, after, observation };
}

function operationsOf(passes: readonly Pass[]): Operation[] {
  return passes.flatMap(({ operations }) => operations);
}

/** The last look is that of the proposed config. */
function namesBeyond(facts: readonly AnyFact[], looks: readonly Questions[]): number {
  const count = (of: readonly Questions[]): number => countNames(facts, joinQuestions(facts, of));
  return count(looks) - count(looks.slice(0, -1));
}

/** It looks back as far as either; issues are ours by what the default branch says. */
function settingOf(eyes: Eyes, configs: readonly Prepared[]): Setting {
  const settings = configs.map((config) => settingFor(config, eyes, eyes.viewer));
  return { ...settings.reduce((a, b) => (b.since < a.since ? b : a)), accounts: eyes.accounts };
}
