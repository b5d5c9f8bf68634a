// Looks at a repository: all facts that are asked for, in one GraphQL query where possible.
import { isDeepStrictEqual } from 'node:util';
import type { Observation } from '../domain/observed.ts';
import type { Questions } from '../domain/questions.ts';
import { askAtOnce } from './ask-at-once.ts';
import type { GitHub } from './client.ts';
import { failureWords } from './failure.ts';
import type { AnyFact, Setting } from './facts/fact.ts';
import { FACTS } from './facts/index.ts';
import { joinQuestions, questionOf } from './facts/join-questions.ts';
import { needing } from './facts/needing.ts';
import type { PartialAnswer } from './graphql.ts';

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

/** Each fact begins as soon as those are there that it builds on; in the end they stand in the order of the registry. */
async function observeOne(look: OneLook): Promise<Observation> {
  const nothing = allUnknown(NOBODY_ASKED, look.facts);
  const begun: Begun[] = [];
  for (const fact of look.facts) {
    const basis = begun.filter((earlier) => feeds(earlier.fact, fact)).map(({ made }) => made);
    begun.push({ fact, made: makeOn(fact, basis, nothing, look) });
  }
  return joined(nothing, await Promise.all(begun.map(({ made }) => made)));
}

interface Begun {
  readonly fact: AnyFact;
  readonly made: Promise<Partial<Observation>>;
}

/** Whether one gives what another builds on, or may add to it: only what it builds on itself. */
function feeds(earlier: AnyFact, { after = [] }: AnyFact): boolean {
  const touched = [...earlier.facts, ...(earlier.after ?? [])];
  return after.some((name) => touched.includes(name));
}

function joined(nothing: Observation, made: readonly Partial<Observation>[]): Observation {
  return Object.assign({}, nothing, ...made) as Observation;
}

async function makeOn(
  fact: AnyFact,
  before: readonly Promise<Partial<Observation>>[],
  nothing: Observation,
  { github, setting, answer, questions, asked, reads }: OneLook,
): Promise<Partial<Observation>> {
  const question = questionOf(questions, fact);
  if (question === undefined) return {};
  const { narrow } = setting;
  if (fact.isKept === true && narrow !== undefined) return keptOf(fact, narrow.last);
  const found = joined(nothing, await Promise.all(before));
  const basis = ((fact.after ?? []) as (keyof Observation)[]).map((name) => found[name]);
  const same = reads.find((read) => read.fact === fact && isDeepStrictEqual(read.on, { question, basis }));
  if (same !== undefined) return same.made;
  const look = { github, setting, answer, question, asked: questionOf(asked, fact), found };
  const made = await readFact(fact, look);
  reads.push({ fact, on: { question, basis }, made });
  return made;
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
