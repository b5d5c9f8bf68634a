// Lists the issues that our accounts opened, and believes that one is missing only after a second look.
import type { OwnIssue } from '../../domain/observed.ts';
import { readMarker } from '../../text/marker.ts';
import type { GitHub } from '../client.ts';
import { failureWords } from '../failure.ts';
import { type PartialAnswer, queryRepository } from '../graphql.ts';
import type { Look } from './look.ts';
import { type RawComment, type RawIssue, findLedger, ownIssue } from './own-issues.ts';
import { present } from './present.ts';
import { missingRecords, recordsOf, withRecords } from './records.ts';
import { buildIssues, buildNextPage } from './query.ts';
import type { Known } from '../../domain/known.ts';

/** Comments that come with every issue: its first and its newest. */
const SEEN_FIRST = 5;
const SEEN_LAST = 50;

interface IssuePage {
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  readonly nodes: readonly (RawIssue | null)[] | null;
}

/** All our issues, lowest number first, from the first page in `answer` and what follows. */
export async function observeOwnIssues(
  github: GitHub,
  look: Look,
  answer: PartialAnswer,
): Promise<Known<readonly OwnIssue[]>> {
  try {
    const raw = (
      await Promise.all(
        look.accounts.map((account, index) => allPages(github, look, account, pageOf(answer, index))),
      )
    ).flat();
    const found = raw.flatMap((issue) => ownIssue(issue, look.accounts) ?? []);
    const missing = look.issues.filter((key) => found.every((issue) => issue.key !== key));
    const second = missing.length === 0 ? [] : await secondLook(github, look, missing, raw);
    const issues = await Promise.all(
      [...found, ...second].map((issue) => withLedger(github, look, issue, raw)),
    );
    return { known: true, value: issues.toSorted((a, b) => a.number - b.number) };
  } catch (error) {
    return { known: false, why: failureWords(error) };
  }
}

function pageOf(answer: PartialAnswer, index: number): IssuePage {
  const failed = answer.failed.get(`own${index}`) ?? answer.failed.get('*');
  if (failed !== undefined) throw new Error(failed);
  return answer.data[`own${index}`] as IssuePage;
}

async function allPages(github: GitHub, look: Look, account: string, first: IssuePage): Promise<RawIssue[]> {
  const issues = present(first.nodes);
  let page = first;
  while (page.pageInfo.hasNextPage && page.pageInfo.endCursor !== null) {
    const { query, variables } = buildNextPage(look, account, page.pageInfo.endCursor);
    page = pageOf(await queryRepository(github, query, variables), 0);
    issues.push(...present(page.nodes));
  }
  return issues;
}

/**
 * Looks for keys that the first look did not find, by REST: on some GitHub editions the GraphQL filter
 * `createdBy` answers an empty list for bots, and an empty list must not make a second issue.
 */
async function secondLook(
  github: GitHub,
  look: Look,
  missing: readonly string[],
  seen: readonly RawIssue[],
): Promise<OwnIssue[]> {
  const numbers = new Set<number>();
  for (const account of look.accounts) {
    for (const number of await markedNumbers(github, look, account, missing)) numbers.add(number);
  }
  const fresh = [...numbers].filter((number) => seen.every((issue) => issue.number !== number));
  if (fresh.length === 0) return [];
  const { query, variables } = buildIssues(fresh);
  const { data, failed } = await queryRepository(github, query, variables);
  const failure = [...failed.values()][0];
  if (failure !== undefined) throw new Error(failure);
  return present(Object.values(data) as (RawIssue | null)[]).flatMap(
    (raw) => ownIssue(raw, look.accounts) ?? [],
  );
}

/** Numbers of the account's issues that carry one of the keys, newest first. */
export async function markedNumbers(
  github: GitHub,
  look: Look,
  account: string,
  keys: readonly string[],
): Promise<number[]> {
  const numbers: number[] = [];
  for (let page = 1; ; page++) {
    const { data } = await github.request('GET /repos/{owner}/{repo}/issues', {
      owner: github.owner,
      repo: github.repo,
      creator: account,
      state: 'all',
      since: `${look.since}T00:00:00Z`,
      per_page: 100,
      page,
    });
    const marked = data.filter((issue) => keys.includes(readMarker(issue.body ?? '') ?? ''));
    numbers.push(...marked.filter((issue) => issue.user?.login === account).map((issue) => issue.number));
    if (data.length < 100) return numbers;
  }
}

const COMMENTS = `query RelcommsComments($owner: String!, $name: String!, $number: Int!, $cursor: String) {
  repository(owner: $owner, name: $name) {
    issue(number: $number) {
      comments(first: 100, after: $cursor) {
        pageInfo { hasNextPage endCursor }
        nodes { databaseId body author { __typename login } }
      }
    }
  }
}`;

/** Looks through all comments for a ledger or a record that was not among those seen, on issues that this run is about. */
async function withLedger(
  github: GitHub,
  look: Look,
  issue: OwnIssue,
  raw: readonly RawIssue[],
): Promise<OwnIssue> {
  const total = raw.find((candidate) => candidate.number === issue.number)?.comments.totalCount ?? 0;
  let found = issue;
  const lacksLedger = total > SEEN_FIRST && look.issues.includes(issue.key) && issue.ledger === undefined;
  const lacksRecord = total > SEEN_FIRST + SEEN_LAST && missingRecords(look, issue).length > 0;
  if (!lacksLedger && !lacksRecord) return issue;
  let cursor: string | null = null;
  do {
    const { data } = await queryRepository(github, COMMENTS, { number: issue.number, cursor });
    const page = (
      data['issue'] as { comments: { pageInfo: IssuePage['pageInfo']; nodes: (RawComment | null)[] } }
    ).comments;
    const comments = present(page.nodes);
    found = {
      ...found,
      ledger: found.ledger ?? findLedger(comments, issue.key, look.accounts),
      ...withRecords(found.records, recordsOf(comments, issue.key, look.accounts).records),
    };
    if (found.ledger !== undefined && missingRecords(look, found).length === 0) return found;
    cursor = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
  } while (cursor !== null);
  return found;
}
