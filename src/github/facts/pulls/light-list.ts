// The list of all open pull requests, with as little of each as tells which of them have to be read.
import type { Instant } from '../../../domain/day.ts';
import type { GitHub } from '../../client.ts';
import { type PartialAnswer, holesBelow } from '../../graphql.ts';
import type { Fields, Setting } from '../fact.ts';
import { pointsOfFull, pointsOfList, tooDear } from './afford.ts';
import { askInPages } from './ask-in-pages.ts';
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
}

/** A line of the list; where something of it is hidden, nobody knows whether it matters. */
export interface Listed {
  readonly pull: ListedPull;
  readonly isHidden: boolean;
}

/** 100 with their labels are 200 connections: two points, and about 25 KB. */
const PAGE = 100;

function listField({ ties }: PullsQuestion, size: number, after = ''): string {
  const files =
    ties.paths.length === 0 ? '' : ' files(first: 100) { pageInfo { hasNextPage } nodes { path } }';
  return `open: pullRequests(states: [OPEN], first: ${size}${after}, orderBy: { field: CREATED_AT, direction: ASC }) {
      totalCount pageInfo { hasNextPage endCursor }
      nodes { number title baseRefName headRefName updatedAt labels(first: 50) { nodes { name } } milestone { title }${files} }
    }`;
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
  let page = isWhole(first) ? first : await askPage(github, question, null);
  const rest = pointsOfList(totalOf(page), question.ties.paths.length > 0) + pointsOfFull(1);
  const why = tooDear(github.budgets.get('graphql'), now, rest);
  if (why !== undefined) throw new Error(why);
  const listed = linesOf(page);
  for (let at = pageInfoOf(page); at.hasNextPage; at = pageInfoOf(page)) {
    if (at.endCursor === null) throw new Error('GitHub does not say where its list of pull requests goes on');
    // oxlint-disable-next-line no-await-in-loop -- pages come one after the other
    page = await askPage(github, question, at.endCursor);
    listed.push(...linesOf(page));
  }
  return listed;
}

function isWhole(answer: PartialAnswer): boolean {
  return isThere(answer) && leftOut(answer) === 0;
}

function isThere(answer: PartialAnswer): boolean {
  const page = answer.data['open'];
  return page !== undefined && page !== null && whyNoPage(answer, 'open') === undefined;
}

interface PageInfo {
  readonly hasNextPage: boolean;
  readonly endCursor: string | null;
}

function pageInfoOf({ data }: PartialAnswer): PageInfo {
  return (data['open'] as { readonly pageInfo: PageInfo }).pageInfo;
}

function totalOf({ data }: PartialAnswer): number {
  return (data['open'] as { readonly totalCount: number }).totalCount;
}

function linesOf({ data, holes = [] }: PartialAnswer): Listed[] {
  const { nodes } = data['open'] as { readonly nodes: readonly (ListedPull | null)[] };
  return nodes.flatMap((pull, index) =>
    pull === null ? [] : [{ pull, isHidden: holesBelow(holes, 'open', 'nodes', index).length > 0 }],
  );
}

/** None of them may be missed. */
async function askPage(
  github: GitHub,
  question: PullsQuestion,
  cursor: string | null,
): Promise<PartialAnswer> {
  const pageOf = (size: number) => ({
    query: `query RelcommsOpenPulls($owner: String!, $name: String!, $cursor: String) {
  repository(owner: $owner, name: $name) {
    ${listField(question, size, ', after: $cursor')}
  }
}`,
    variables: { cursor },
  });
  const { answer } = await askInPages(github, PAGE, pageOf, (one) => leftOut(one) > 0);
  if (!isThere(answer)) throw new Error(whyNoPage(answer, 'open') ?? 'GitHub gave no list of pull requests');
  const left = leftOut(answer);
  if (left > 0) throw new Error(leftWords(answer, left));
  return answer;
}
