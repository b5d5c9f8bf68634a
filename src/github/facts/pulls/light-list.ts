// The list of all open pull requests, with as little of each as tells which of them have to be read.
import type { Instant } from '../../../domain/day.ts';
import type { GitHub } from '../../client.ts';
import type { Author } from '../../accounts.ts';
import { type Hole, type PartialAnswer, holesBelow } from '../../graphql.ts';
import type { Fields, Setting } from '../fact.ts';
import { pointsOfFull, pointsOfList, tooDear } from './afford.ts';
import { askInPages } from './ask-in-pages.ts';
import { type AskPage, type End, type ListPage, fromBothEnds } from './both-ends.ts';
import { leftOut, leftWords, whyNoPage } from './pull-page.ts';
import type { PullsQuestion } from './question.ts';

/** What is listed of an open pull request. */
export interface ListedPull {
  readonly number: number;
  readonly title: string;
  readonly baseRefName: string;
  readonly headRefName: string;
  readonly updatedAt: string;
  readonly labels: { readonly nodes: readonly ({ readonly name: string } | null)[] | null } | null;
  readonly milestone: { readonly title: string } | null;
  /** Only where a path may tie it to a release. */
  readonly files?: {
    readonly pageInfo: { readonly hasNextPage: boolean };
    readonly nodes: readonly ({ readonly path: string } | null)[] | null;
  } | null;
  /** Only where statuses are asked for. */
  readonly headRefOid?: string;
  readonly createdAt?: string;
  readonly isDraft?: boolean;
  readonly author?: Author | null;
  readonly commits?: {
    readonly nodes: readonly ({ readonly commit: RawCommit } | null)[] | null;
  } | null;
}

interface RawCommit {
  readonly committedDate: string;
  readonly status: {
    readonly context: { readonly state: string; readonly description: string | null } | null;
  } | null;
}

/** A line of the list; where something of it is hidden, nobody knows whether it matters. */
export interface Listed {
  readonly pull: ListedPull;
  readonly isHidden: boolean;
  /** Why its statuses could not be read; absent: they were, or nobody asks for them. */
  readonly statusHidden?: string | undefined;
}

/** 100 with their labels are 200 connections: two points, and about 25 KB. */
const PAGE = 100;

/** One order, from whichever end; `cursor` is a variable of the query. */
function listField(
  { ties, statuses = [] }: PullsQuestion,
  size: number,
  end: End = 'front',
  cursor?: string,
): string {
  const files =
    ties.paths.length === 0 ? '' : ' files(first: 100) { pageInfo { hasNextPage } nodes { path } }';
  const isFront = end === 'front';
  const after = cursor === undefined ? '' : `, ${isFront ? 'after' : 'before'}: ${cursor}`;
  const further = isFront ? 'hasNextPage endCursor' : 'hasPreviousPage startCursor';
  return `open: pullRequests(states: [OPEN], ${isFront ? 'first' : 'last'}: ${size}${after}, orderBy: { field: CREATED_AT, direction: ASC }) {
      totalCount pageInfo { ${further} }
      nodes { number title baseRefName headRefName updatedAt labels(first: 50) { nodes { name } } milestone { title }${files}${statusFields(statuses)} }
    }`;
}

/** One commit each is a point more a page; a status alone is no connection. */
function statusFields(statuses: readonly string[]): string {
  const [context] = statuses;
  if (context === undefined) return '';
  return ` headRefOid createdAt isDraft author { __typename login } commits(last: 1) { nodes { commit { committedDate status { context(name: ${JSON.stringify(context)}) { state description } } } } }`;
}

/** The first page comes with the one query, where all are asked for. */
export function firstPageFields(question: PullsQuestion, { narrow }: Pick<Setting, 'narrow'>): Fields {
  if (narrow !== undefined) return { parts: [], variables: {} };
  return { parts: [listField(question, PAGE)], variables: {}, isLarge: true };
}

/** All of them, oldest first, from the first page in the answer on. Throws where not all could be listed, or the hour has no points left for it. */
export async function readList(
  github: GitHub,
  question: PullsQuestion,
  first: PartialAnswer,
  now: Instant,
): Promise<Listed[]> {
  // What GitHub could not answer beside everything else is asked for alone.
  const page = isWhole(first) ? pageOf(first, 'front') : await askPage(github, question, 'front', null);
  const rest = pointsOfList(page.total, question.ties.paths.length > 0) + pointsOfFull(1);
  const why = tooDear(github.budgets.get('graphql'), now, rest);
  if (why !== undefined) throw new Error(why);
  const ask: AskPage<Listed> = (end, cursor) => askPage(github, question, end, cursor);
  return await fromBothEnds(page, ask, ({ pull }) => pull.number);
}

function isWhole(answer: PartialAnswer): boolean {
  return isThere(answer) && leftOut(answer) === 0;
}

function isThere(answer: PartialAnswer): boolean {
  const page = answer.data['open'];
  return page !== undefined && page !== null && whyNoPage(answer, 'open') === undefined;
}

interface RawList {
  readonly totalCount: number;
  readonly pageInfo: {
    readonly hasNextPage?: boolean;
    readonly endCursor?: string | null;
    readonly hasPreviousPage?: boolean;
    readonly startCursor?: string | null;
  };
}

function pageOf(answer: PartialAnswer, end: End): ListPage<Listed> {
  const { totalCount: total, pageInfo } = answer.data['open'] as RawList;
  const { hasNextPage, endCursor, hasPreviousPage, startCursor } = pageInfo;
  const [goesOn, cursor] = end === 'front' ? [hasNextPage, endCursor] : [hasPreviousPage, startCursor];
  if (goesOn !== true) return { items: linesOf(answer), total };
  if (cursor === null || cursor === undefined)
    throw new Error('GitHub does not say where the rest of its list of pull requests starts');
  return { items: linesOf(answer), total, further: cursor };
}

function linesOf({ data, holes = [] }: PartialAnswer): Listed[] {
  const { nodes } = data['open'] as { readonly nodes: readonly (ListedPull | null)[] };
  return nodes.flatMap((pull, index) =>
    pull === null ? [] : [lineOf(pull, holesBelow(holes, 'open', 'nodes', index))],
  );
}

/** A status that may not be read says nothing of all else. */
function lineOf(pull: ListedPull, holes: readonly Hole[]): Listed {
  const [status] = holesBelow(holes, 'commits');
  const isHidden = holes.some(({ path }) => path[0] !== 'commits');
  return { pull, isHidden, ...(status === undefined ? {} : { statusHidden: status.why }) };
}

/** None of them may be missed. */
async function askPage(
  github: GitHub,
  question: PullsQuestion,
  end: End,
  cursor: string | null,
): Promise<ListPage<Listed>> {
  const queryOf = (size: number) => ({
    query: `query RelcommsOpenPulls($owner: String!, $name: String!, $cursor: String) {
  repository(owner: $owner, name: $name) {
    ${listField(question, size, end, '$cursor')}
  }
}`,
    variables: { cursor },
  });
  const { answer } = await askInPages(github, PAGE, queryOf, (one) => leftOut(one) > 0);
  if (!isThere(answer)) throw new Error(whyNoPage(answer, 'open') ?? 'GitHub gave no list of pull requests');
  const left = leftOut(answer);
  if (left > 0) throw new Error(leftWords(answer, left));
  return pageOf(answer, end);
}
