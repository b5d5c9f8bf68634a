// What is asked of our own issues: the first page of each account, further pages, and single ones.
import type { Day } from '../../../domain/day.ts';
import { type BuiltQuery, buildQuery } from '../../build-query.ts';
import type { Fields, Setting } from '../fact.ts';
import { namedBy } from '../name-list.ts';
import { ISSUE_FIELDS } from './decode-own-issue.ts';

/** Issues per page: more makes GitHub's answers slow and, at worst, a 502. */
const PAGE = 50;

/** The first page of each of our accounts. */
export function ownIssueFields({ accounts, since }: Pick<Setting, 'accounts' | 'since'>): Fields {
  return {
    parts: accounts.map((_, index) => ownIssuesField(index)),
    variables: { since: instantOf(since), ...namedBy('account', accounts) },
    types: { since: 'DateTime!' },
    fragments: [ISSUE_FIELDS],
  };
}

/** A further page of one account's issues. */
export function nextPageQuery(since: Day, account: string, cursor: string): BuiltQuery {
  const field = ownIssuesField(0).replace('first:', 'after: $cursor, first:');
  return built('RelcommsIssues', {
    parts: [field],
    variables: { since: instantOf(since), account0: account, cursor },
    types: { since: 'DateTime!' },
    fragments: [ISSUE_FIELDS],
  });
}

/** Single issues, by number. */
export function singleIssuesQuery(numbers: readonly number[]): BuiltQuery {
  const parts = numbers.map((number) => `issue${number}: issue(number: ${number}) { ...OwnIssue }`);
  return built('RelcommsIssuesByNumber', { parts, variables: {}, fragments: [ISSUE_FIELDS] });
}

function built(name: string, fields: Fields): BuiltQuery {
  const query = buildQuery(name, [fields]);
  if (query === undefined) throw new Error('there is nothing to ask');
  return query;
}

function instantOf(since: Day): string {
  return `${since}T00:00:00Z`;
}

function ownIssuesField(index: number): string {
  const filter = `filterBy: { createdBy: $account${index}, since: $since }`;
  const order = 'orderBy: { field: CREATED_AT, direction: ASC }';
  return `own${index}: issues(first: ${PAGE}, ${order}, ${filter}) { pageInfo { hasNextPage endCursor } nodes { ...OwnIssue } }`;
}
