// Builds the one query of a look: an alias per thing asked for, values always as variables.
import { blockerFields } from './blocker-fields.ts';
import { DEFAULT_BRANCH, branchFields } from './branches.ts';
import { fileFields } from './files.ts';
import type { Look } from './look.ts';
import { ISSUE_FIELDS } from './own-issues.ts';
import { publicationFields } from './publications.ts';

/** Issues per page: more makes GitHub's answers slow and, at worst, a 502. */
const PAGE = 50;

export interface BuiltQuery {
  readonly query: string;
  readonly variables: Record<string, unknown>;
}

/** The first page of everything. */
export function buildQuery(look: Look): BuiltQuery {
  const branches = branchFields(branchesOf(look));
  const blockers = blockerFields(look.blockers ?? []);
  const publications = publicationFields(look.versions ?? []);
  const files = fileFields(look.files ?? []);
  const parts = [
    'pinnedIssues(first: 3) { nodes { issue { number } } }',
    ...look.accounts.map((_, index) => ownIssuesField(index)),
    ...look.labels.map((_, index) => `label${index}: label(name: $label${index}) { name }`),
    ...look.milestones.map(
      (_, index) =>
        `milestone${index}: milestones(first: 20, query: $milestone${index}) { nodes { number title dueOn state } }`,
    ),
    ...look.logins.map(
      (_, index) => `person${index}: assignableUsers(first: 20, query: $person${index}) { nodes { login } }`,
    ),
    ...branches.parts,
    ...blockers.parts,
    ...publications.parts,
    ...files.parts,
  ];
  const variables = {
    since: `${look.since}T00:00:00Z`,
    ...numbered('account', look.accounts),
    ...numbered('label', look.labels),
    ...numbered('milestone', look.milestones),
    ...numbered('person', look.logins),
    ...branches.variables,
    ...blockers.variables,
    ...publications.variables,
    ...files.variables,
  };
  return {
    query: `${head('RelcommsLook', variables)}\n    ${parts.join('\n    ')}\n  }\n}\n${ISSUE_FIELDS}`,
    variables,
  };
}

/** The branches that this query tells of: the default branch and those of the releases. */
export function branchesOf({ pulls, testsOf = [] }: Look): string[] {
  const asked = pulls === undefined ? [] : [DEFAULT_BRANCH, ...pulls.branches];
  return [...new Set([...asked, ...testsOf])];
}

/** A further page of one account's issues. */
export function buildNextPage(look: Look, account: string, cursor: string): BuiltQuery {
  const variables = { since: `${look.since}T00:00:00Z`, account0: account, cursor };
  const field = ownIssuesField(0).replace('first:', 'after: $cursor, first:');
  return { query: `${head('RelcommsIssues', variables)}\n    ${field}\n  }\n}\n${ISSUE_FIELDS}`, variables };
}

/** Single issues, by number. */
export function buildIssues(numbers: readonly number[]): BuiltQuery {
  const parts = numbers.map((number) => `issue${number}: issue(number: ${number}) { ...OwnIssue }`);
  return {
    query: `${head('RelcommsIssuesByNumber', {})}\n    ${parts.join('\n    ')}\n  }\n}\n${ISSUE_FIELDS}`,
    variables: {},
  };
}

function ownIssuesField(index: number): string {
  const filter = `filterBy: { createdBy: $account${index}, since: $since }`;
  const order = 'orderBy: { field: CREATED_AT, direction: ASC }';
  return `own${index}: issues(first: ${PAGE}, ${order}, ${filter}) { pageInfo { hasNextPage endCursor } nodes { ...OwnIssue } }`;
}

function head(name: string, variables: Record<string, unknown>): string {
  const declared = Object.keys(variables).map(
    (variable) => `, $${variable}: ${variable === 'since' ? 'DateTime!' : 'String!'}`,
  );
  return `query ${name}($owner: String!, $name: String!${declared.join('')}) {\n  repository(owner: $owner, name: $name) {`;
}

function numbered(prefix: string, values: readonly string[]): Record<string, string> {
  return Object.fromEntries(values.map((value, index) => [`${prefix}${index}`, value]));
}
