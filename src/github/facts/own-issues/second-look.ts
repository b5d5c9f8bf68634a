// Believes that an issue of ours is missing only after a second look.
import type { OwnIssue } from '../../../domain/observed.ts';
import type { GitHub } from '../../client.ts';
import { queryRepository } from '../../graphql.ts';
import { present } from '../../present.ts';
import type { Setting } from '../fact.ts';
import { readOwnWords } from '../own-words.ts';
import { type RawIssue, foreignTexts, ownIssue } from './decode-own-issue.ts';
import { markedNumbers } from './marked-numbers.ts';
import { singleIssuesQuery } from './query.ts';

/**
 * Looks for keys that the first look did not find, by REST: on some GitHub editions the GraphQL filter
 * `createdBy` answers an empty list for bots, and an empty list must not make a second issue.
 */
export async function secondLook(
  github: GitHub,
  setting: Setting,
  missing: readonly string[],
  seen: readonly RawIssue[],
): Promise<OwnIssue[]> {
  const numbers = new Set<number>();
  for (const account of setting.accounts) {
    for (const number of await markedNumbers(github, setting, account, missing)) numbers.add(number);
  }
  const fresh = [...numbers].filter((number) => seen.every((issue) => issue.number !== number));
  if (fresh.length === 0) return [];
  const { query, variables } = singleIssuesQuery(fresh);
  const { data, failed } = await queryRepository(github, query, variables);
  const failure = [...failed.values()][0];
  if (failure !== undefined) throw new Error(failure);
  const { accounts } = setting;
  const found = present(Object.values(data) as (RawIssue | null)[]);
  const foreign = found.flatMap((raw) => foreignTexts(raw, accounts));
  const words = await readOwnWords(github, foreign, accounts);
  return found.flatMap((raw) => ownIssue(raw, accounts, words) ?? []);
}
