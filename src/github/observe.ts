// Looks at a repository: all facts that are asked for, in one GraphQL query where possible.
import { isDeepStrictEqual } from 'node:util';
import type { Observation } from '../domain/observed.ts';
import type { Questions } from '../domain/questions.ts';
import { buildQuery } from './build-query.ts';
import type { GitHub } from './client.ts';
import { failureWords } from './failure.ts';
import type { AnyFact, Fields, Setting } from './facts/fact.ts';
import { FACTS } from './facts/index.ts';
import { joinQuestions, questionOf } from './facts/join-questions.ts';
import { needing } from './facts/needing.ts';
import { type PartialAnswer, isTooMuch, queryRepository, refusedFields } from './graphql.ts';

const NOBODY_ASKED = 'no duty of this run asks about it';

/**
 * Every fact, known or unknown with its reason; reading never throws for GitHub's sake. A fact that nobody asks about
 * is unknown: nobody looked. One that is asked about with no name at all, as a duty does while no release runs, is known
 * and holds nothing that is named: of no labels none exists, and no request is needed to know it.
 */
export async function observe(
  github: GitHub,
  questions: Questions,
  setting: Setting,
  facts: readonly AnyFact[] = FACTS,
): Promise<Observation> {
  const [observation] = await observeAll(github, [questions], setting, facts);
  return observation ?? allUnknown(NOBODY_ASKED, facts);
}

/**
 * Several looks at the same moment, in order: each finds what it would have found alone. They share the one query, and
 * every further request that both would have sent.
 */
export async function observeAll(
  github: GitHub,
  looks: readonly Questions[],
  setting: Setting,
  facts: readonly AnyFact[] = FACTS,
): Promise<Observation[]> {
  const asked = joinQuestions(facts, looks);
  let answer: PartialAnswer;
  try {
    answer = await askAtOnce(github, asked, setting, facts);
  } catch (error) {
    return looks.map(() => allUnknown(failureWords(error), facts));
  }
  const reads: Read[] = [];
  const found: Observation[] = [];
  for (const questions of looks) {
    // oxlint-disable-next-line no-await-in-loop -- a later one may use what those before it have read
    found.push(await observeOne({ github, questions, asked, setting, answer, facts, reads }));
  }
  return found;
}

interface OneLook {
  readonly github: GitHub;
  readonly questions: Questions;
  readonly asked: Questions;
  readonly setting: Setting;
  readonly answer: PartialAnswer;
  readonly facts: readonly AnyFact[];
  /** What was read so far, in this look and in those before it. */
  readonly reads: Read[];
}

async function observeOne({ questions, asked, facts, reads, ...look }: OneLook): Promise<Observation> {
  let found = allUnknown(NOBODY_ASKED, facts);
  for (const fact of facts) {
    const question = questionOf(questions, fact);
    if (question === undefined) continue;
    const basis = ((fact.after ?? []) as (keyof Observation)[]).map((name) => found[name]);
    if (fact.isKept === true && look.setting.narrow !== undefined) {
      found = { ...found, ...keptOf(fact, look.setting.narrow.last) };
      continue;
    }
    const same = reads.find((read) => read.fact === fact && isDeepStrictEqual(read.on, { question, basis }));
    // oxlint-disable-next-line no-await-in-loop -- a later one builds on what those before it found
    const made =
      same?.made ?? (await readFact(fact, { ...look, question, asked: questionOf(asked, fact), found }));
    if (same === undefined) reads.push({ fact, on: { question, basis }, made });
    found = { ...found, ...made };
  }
  return found;
}

function keptOf(fact: AnyFact, last: Observation): Partial<Observation> {
  const names = fact.facts as (keyof Observation)[];
  return Object.fromEntries(names.map((name) => [name, last[name]]));
}

/** What a fact was read as, and on what: asked the same, with the same to build on, it is not read again. */
interface Read {
  readonly fact: AnyFact;
  readonly on: { readonly question: unknown; readonly basis: readonly unknown[] };
  readonly made: Partial<Observation>;
}

/** Nothing was seen, for one reason. */
export function allUnknown(why: string, facts: readonly AnyFact[] = FACTS): Observation {
  return unknown(why, facts) as Observation;
}

/** Whether something that was asked about could not be read in one of several looks, and may be the next time. */
export function lacksSomething(looks: readonly Observation[] | { readonly why: string }): boolean {
  if ('why' in looks) return false;
  return looks.some((look) => Object.values(look).some((one) => !one.known && one.why !== NOBODY_ASKED));
}

async function askAtOnce(
  github: GitHub,
  asked: Questions,
  setting: Setting,
  facts: readonly AnyFact[],
): Promise<PartialAnswer> {
  const fields = facts.flatMap((fact) => {
    const question = questionOf(asked, fact);
    const isKept = fact.isKept === true && setting.narrow !== undefined;
    return question === undefined || isKept ? [] : (fact.fields?.(question, setting) ?? []);
  });
  const large = fields.filter(({ isLarge }) => isLarge === true);
  return large.length === 0 ? await answerTo(github, fields) : await answerInParts(github, fields, large);
}

/** Where all of it is too much, what is large is left to its fact, and the rest is asked for alone. */
async function answerInParts(
  github: GitHub,
  fields: readonly Fields[],
  large: readonly Fields[],
): Promise<PartialAnswer> {
  try {
    const answer = await answerTo(github, fields, { request: { retries: 0 } });
    if (answer.isCutOff !== true) return answer;
  } catch (error) {
    if (!isTooMuch(error)) throw error;
  }
  const rest = fields.filter((one) => !large.includes(one));
  return withFailed(await answerTo(github, rest), large, () => 'GitHub could not answer all at once');
}

/** A fact whose list is refused takes the whole answer along: it is asked again without that fact. */
async function answerTo(
  github: GitHub,
  fields: readonly Fields[],
  more: Readonly<Record<string, unknown>> = {},
): Promise<PartialAnswer> {
  const built = buildQuery('RelcommsLook', fields);
  if (built === undefined) return NO_ANSWER;
  try {
    return await queryRepository(github, built.query, { ...built.variables, ...more });
  } catch (error) {
    const refused = refusedFields(error);
    const whyOf = ({ parts }: Fields) => parts.map((part) => refused.get(aliasOf(part))).find(isWhy);
    const without = fields.filter((one) => whyOf(one) !== undefined);
    if (without.length === 0) throw error;
    const rest = await answerTo(
      github,
      fields.filter((one) => !without.includes(one)),
    );
    return withFailed(rest, without, (one) => whyOf(one) ?? '');
  }
}

function withFailed(
  answer: PartialAnswer,
  without: readonly Fields[],
  whyOf: (one: Fields) => string,
): PartialAnswer {
  const failed = without.flatMap((one) => one.parts.map((part) => [aliasOf(part), whyOf(one)] as const));
  return { ...answer, failed: new Map([...answer.failed, ...failed]) };
}

function isWhy(why: string | undefined): why is string {
  return why !== undefined;
}

/** `label0` of `label0: label(…)`, `pinnedIssues` of `pinnedIssues(first: 3)`. */
function aliasOf(part: string): string {
  return /\w+/.exec(part)?.[0] ?? '';
}

const NO_ANSWER: PartialAnswer = { root: {}, data: {}, failed: new Map() };

async function readFact(fact: AnyFact, look: unknown): Promise<Partial<Observation>> {
  try {
    return await fact.read(look as never);
  } catch (error) {
    const why = failureWords(error);
    return unknown(fact.permission === undefined ? why : needing(why, fact.permission), [fact]);
  }
}

function unknown(why: string, facts: readonly AnyFact[]): Partial<Observation> {
  const names = facts.flatMap((fact) => fact.facts as string[]);
  return Object.fromEntries(names.map((name) => [name, { known: false, why }]));
}
