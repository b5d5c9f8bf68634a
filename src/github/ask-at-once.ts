// Asks for all facts of a look in one query, and again without what GitHub refuses or can't answer at once.
import type { Questions } from '../domain/questions.ts';
import { buildQuery } from './build-query.ts';
import type { GitHub } from './client.ts';
import type { AnyFact, Fields, Setting } from './facts/fact.ts';
import { questionOf } from './facts/join-questions.ts';
import { type PartialAnswer, isTooMuch, queryRepository, refusedFields } from './graphql.ts';

/** Throws where GitHub does not answer. */
export async function askAtOnce(
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
  return await askFields(github, fields);
}

/** The same for fields that are there already. Throws where GitHub does not answer. */
export async function askFields(github: GitHub, fields: readonly Fields[]): Promise<PartialAnswer> {
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
