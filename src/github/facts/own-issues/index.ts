// The fact `ownIssues`: the issues that our accounts opened, with their logs and records.
import * as z from 'zod';
import type { OwnIssue } from '../../../domain/observed.ts';
import type { GitHub } from '../../client.ts';
import { type PartialAnswer, queryRepository } from '../../graphql.ts';
import { type FactSource, type Look, type Setting, known } from '../fact.ts';
import { NAMES, union } from '../name-list.ts';
import { readOwnWords } from '../own-words.ts';
import { type ReadIssue, foreignTexts, ownIssue } from './decode-own-issue.ts';
import { type IssuePage, issuesOn, pageIn } from './issue-page.ts';
import { nextPageQuery, ownIssueFields } from './query.ts';
import { secondLook, thirdLook } from './second-look.ts';
import type { SingleIssues } from './single-issues.ts';
import { withLedger } from './with-ledger.ts';

declare module '../../../domain/observed.ts' {
  interface Observed {
    /** Open and closed, lowest number first. */
    readonly ownIssues: readonly OwnIssue[];
  }
}

declare module '../../../domain/questions.ts' {
  interface Questions {
    readonly ownIssues?: OwnIssuesQuestion | undefined;
  }
}

/** All issues of ours are read anyway; named are those that a run must not miss. */
export interface OwnIssuesQuestion {
  /** Keys of our own issues; one that seems to be missing is looked for a second time, another way. */
  readonly keys: readonly string[];
  /** Keys of records on them: `v1.18.0/tracking-issue/record/tests`. They are looked for among all comments. */
  readonly records?: readonly string[] | undefined;
}

export const ownIssues: FactSource<'ownIssues', 'ownIssues'> = {
  question: 'ownIssues',
  facts: ['ownIssues'],
  permission: 'issues: read',
  after: ['pins'],
  bare: { keys: [] },
  shape: z.strictObject({ keys: NAMES, records: NAMES.optional() }),
  join: (a, b) => ({ keys: union(a.keys, b.keys), records: union(a.records ?? [], b.records ?? []) }),
  count: ({ keys, records = [] }) => keys.length + records.length,
  fields: (_, setting) => ownIssueFields(setting),
  read: async (look) => ({ ownIssues: known(await allOwnIssues(look)) }),
};

/** All our issues, lowest number first, from the first page in the answer and what follows. */
async function allOwnIssues(look: Look<'ownIssues'>): Promise<OwnIssue[]> {
  const { github, question, setting, answer } = look;
  const { accounts } = setting;
  const pages = accounts.map((account, index) => allPages(github, setting, account, answer, index));
  const read = (await Promise.all(pages)).flat();
  const raw = read.map((one) => one.raw);
  const foreign = raw.flatMap((issue) => foreignTexts(issue, accounts));
  const words = await readOwnWords(github, foreign, accounts);
  const found = read.flatMap((issue) => ownIssue(issue, accounts, words) ?? []);
  const missing = question.keys.filter((key) => found.every((issue) => issue.key !== key));
  // One whose author is not named may be ours.
  const seen = raw.flatMap(({ number, author }) => (author === null ? [] : [number]));
  const second = missing.length === 0 ? NONE : await secondLook(github, setting, seen, pinnedIn(look));
  const listed = [...found, ...second.issues];
  const holders = listed.filter(({ key }) => question.keys.includes(key));
  const third = await thirdLook(github, setting, holders, [...seen, ...second.comments.keys()]);
  const comments = new Map([
    ...raw.map((issue) => [issue.number, issue.comments.totalCount] as const),
    ...second.comments,
    ...third.comments,
  ]);
  const issues = await Promise.all(
    [...listed, ...third.issues].map((issue) => withLedger(look, issue, comments.get(issue.number) ?? 0)),
  );
  return issues.toSorted((a, b) => a.number - b.number);
}

/** Unknown where nobody asked. */
function pinnedIn({ found: { pins } }: Look<'ownIssues'>): readonly number[] {
  return pins.known ? pins.value : [];
}

const NONE: SingleIssues = { issues: [], comments: new Map(), gone: [] };

async function allPages(
  github: GitHub,
  { since }: Setting,
  account: string,
  answer: PartialAnswer,
  index: number,
): Promise<ReadIssue[]> {
  let page: IssuePage = pageIn(answer, index);
  const issues = issuesOn(page);
  while (page.pageInfo.hasNextPage && page.pageInfo.endCursor !== null) {
    const { query, variables } = nextPageQuery(since, account, page.pageInfo.endCursor);
    // oxlint-disable-next-line no-await-in-loop -- pages come one after the other
    page = pageIn(await queryRepository(github, query, variables), 0);
    issues.push(...issuesOn(page));
  }
  return issues;
}
