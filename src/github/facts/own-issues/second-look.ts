// Believes that an issue of ours is missing only after a second look, another way.
import { linkedNumbers } from '../../../body/linked-numbers.ts';
import type { OwnIssue } from '../../../domain/observed.ts';
import type { GitHub } from '../../client.ts';
import { statusOf } from '../../failure.ts';
import type { Setting } from '../fact.ts';
import { markedNumbers } from './marked-numbers.ts';
import { type SingleIssues, singleIssues } from './single-issues.ts';

/** Of issues that seem to be deleted, so many are asked for once more. */
const MOST_CHECKED = 10;

/**
 * All issues of ours that the first look left out, by REST. On some GitHub editions the GraphQL filter `createdBy`
 * answers an empty list for bots, and where one issue is missing from an answer, others may be as well. REST leaves out
 * a pinned issue now and then, so those that are `pinned` are asked for by their numbers. An author whom GraphQL does
 * not name is the one whom REST does.
 */
export async function secondLook(
  github: GitHub,
  setting: Setting,
  seen: readonly number[],
  pinned: readonly number[],
): Promise<SingleIssues> {
  const authors = new Map<number, string>();
  for (const account of setting.accounts) {
    // oxlint-disable-next-line no-await-in-loop -- two or three
    for (const number of await markedNumbers(github, setting, account)) authors.set(number, account);
  }
  const fresh = [...new Set([...authors.keys(), ...pinned])].filter((number) => !seen.includes(number));
  return await singleIssues(github, setting.accounts, fresh, authors);
}

/**
 * Issues that our checklists link to and that no list showed. When several of them are gone at once, that is believed
 * only when REST says so, too. Throws when the two disagree: then nobody knows what there is.
 */
export async function thirdLook(
  github: GitHub,
  { accounts }: Setting,
  holders: readonly OwnIssue[],
  seen: readonly number[],
): Promise<SingleIssues> {
  const linked = new Set(holders.flatMap(({ body }) => linkedNumbers(body)));
  const unseen = [...linked].filter((number) => !seen.includes(number));
  const found = await singleIssues(github, accounts, unseen);
  if (found.gone.length > 1) {
    for (const number of found.gone.slice(0, MOST_CHECKED)) {
      // oxlint-disable-next-line no-await-in-loop -- ten at the most, and hardly ever
      if (await isThere(github, number))
        throw new Error(`GitHub lists no issue #${number}, and answers that it is there`);
    }
  }
  return found;
}

/** What was moved elsewhere answers from there, under another number. */
async function isThere({ request, owner, repo }: GitHub, number: number): Promise<boolean> {
  try {
    const path = 'GET /repos/{owner}/{repo}/issues/{issue_number}';
    const { data } = await request(path, { owner, repo, issue_number: number });
    return data.number === number && data.pull_request === undefined;
  } catch (error) {
    if ([404, 410].includes(statusOf(error) ?? 0)) return false;
    throw error;
  }
}
