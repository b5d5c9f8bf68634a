// Looks at a repository with the eyes of two configs at once: the one on the default branch, and a proposed one.
import type { AskedRepository } from '../domain/elsewhere.ts';
import { isSameRepository } from '../domain/other-repository.ts';
import type { Questions } from '../domain/questions.ts';
import type { AnyFact, Setting } from '../github/facts/fact.ts';
import { FACTS } from '../github/facts/index.ts';
import { countNames, joinQuestions } from '../github/facts/join-questions.ts';
import { observeAll } from '../github/observe.ts';
import { dutyRun, questionsFor, settingFor } from './duty-run.ts';
import type { BothLooks, Wanted } from './judgement.ts';
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

/** `base` is undefined when the default branch has no config that is good. Nothing of `wanted` is trusted but its shape. */
export async function lookAtProposal(
  eyes: Eyes,
  base: Prepared | undefined,
  wanted: Wanted,
): Promise<BothLooks> {
  const { facts = FACTS } = eyes;
  const before = base === undefined ? [] : [questionsFor(dutyRun(base, eyes), eyes)];
  const looks = [...before, trusted(wanted.questions, before[0])];
  const further = namesBeyond(facts, looks);
  if (further > MOST_NAMES)
    return {
      why: `it names ${further} things more than the config on the default branch, and ${MOST_NAMES} are looked up at most`,
    };
  return await observeAll(eyes.github, looks, settingOf(eyes, base, wanted), facts);
}

/**
 * Only what was sent with the config of today can have been seen, so that one says which messages and votes are looked at. And
 * nobody who proposes a config reads another repository with our token before it is merged, or has us open a page or
 * compare tags.
 */
function trusted(questions: Questions, before: Questions | undefined): Questions {
  const { seen, votes, testPages, elsewhere, evidence, comparisons } = questions;
  return {
    ...questions,
    ...(seen === undefined ? {} : { seen: before?.seen ?? [] }),
    ...(votes === undefined ? {} : { votes: before?.votes ?? [] }),
    ...(evidence === undefined
      ? {}
      : { evidence: evidence.filter((name) => before?.evidence?.includes(name)) }),
    ...(comparisons === undefined ? {} : { comparisons: before?.comparisons ?? [] }),
    ...(testPages === undefined ? {} : { testPages: before?.testPages ?? [] }),
    ...(elsewhere === undefined ? {} : { elsewhere: elsewhere.filter((one) => isNamed(one, before)) }),
  };
}

function isNamed({ name }: AskedRepository, before: Questions | undefined): boolean {
  return before?.elsewhere?.some((one) => isSameRepository(one.name, name)) === true;
}

/** The last look is that of the proposed config. */
function namesBeyond(facts: readonly AnyFact[], looks: readonly Questions[]): number {
  const count = (of: readonly Questions[]): number => countNames(facts, joinQuestions(facts, of));
  return count(looks) - count(looks.slice(0, -1));
}

/** It looks back as far as either; issues are ours by what the default branch says. */
function settingOf(eyes: Eyes, base: Prepared | undefined, { since }: Wanted): Setting {
  const { accounts } = eyes;
  const own = base === undefined ? undefined : settingFor(base, eyes, eyes.viewer);
  const bare = own ?? settingFor({ config: { app: '' }, releases: [] }, eyes, eyes.viewer);
  return { ...bare, since: own === undefined || since < own.since ? since : own.since, accounts };
}
