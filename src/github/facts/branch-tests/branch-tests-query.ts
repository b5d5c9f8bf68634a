// What is asked of a release branch: its line of commits, and what CI said of each, in GraphQL's words.
import type { BuiltQuery } from '../../build-query.ts';

/** Commits that are looked at. */
export const COMMITS = 20;

/** Commits that come without their checks, to find the line of the branch among those that were merged into it. */
const LINE = 100;

/** Every App that may write checks has a suite on every commit, mostly an empty one. */
const SUITES = 20;

const RUNS = 100;

/** 20 commits with 20 suites of 100 runs: 42,000 of the 500,000 nodes that GitHub allows in a query. */
const RUN_FIELDS = `pageInfo { hasNextPage endCursor } nodes {
    databaseId name status conclusion startedAt completedAt detailsUrl permalink
  }`;

const SUITE_FIELDS = `pageInfo { hasNextPage endCursor } nodes {
    id status conclusion createdAt updatedAt app { slug } branch { name }
    workflowRun { databaseId runNumber event url workflow { databaseId name } }
    checkRuns(first: ${RUNS}, filterBy: { checkType: ALL }) { ${RUN_FIELDS} }
  }`;

const CHECKED = `fragment RelcommsChecked on Commit {
  oid committedDate
  associatedPullRequests(first: 5) {
    nodes { number title state baseRefName author { __typename login } mergeCommit { oid } }
  }
  status { contexts { context state createdAt targetUrl } }
  checkSuites(first: ${SUITES}) { ${SUITE_FIELDS} }
}`;

const LINE_FIELDS = 'nodes { oid parents(first: 1) { nodes { oid } } }';

/** The line of a branch, and the checks of its newest commits; `checked` is false where they are too much at once. */
export function branchQuery(branch: string, checked: boolean): BuiltQuery {
  const checks = checked ? `checked: history(first: ${COMMITS}) { nodes { ...RelcommsChecked } }` : '';
  return {
    query: `query RelcommsBranch($owner: String!, $name: String!, $branch: String!) {
  repository(owner: $owner, name: $name) {
    defaultBranchRef { name }
    branch: ref(qualifiedName: $branch) { target { oid ... on Commit {
      line: history(first: ${LINE}) { ${LINE_FIELDS} }
      ${checks}
    } } }
  }
}${checked ? `\n${CHECKED}` : ''}`,
    variables: { branch: `refs/heads/${branch}` },
  };
}

/** The line from a commit on, backwards. */
export function lineQuery(oid: string): BuiltQuery {
  return {
    query: `query RelcommsLine($owner: String!, $name: String!, $oid: GitObjectID!) {
  repository(owner: $owner, name: $name) {
    from: object(oid: $oid) { oid ... on Commit { line: history(first: ${LINE}) { ${LINE_FIELDS} } } }
  }
}`,
    variables: { oid },
  };
}

/** The checks of single commits. */
export function commitsQuery(oids: readonly string[]): BuiltQuery {
  const declared = oids.map((_, index) => `, $oid${index}: GitObjectID!`).join('');
  const parts = oids.map(
    (_, index) => `    commit${index}: object(oid: $oid${index}) { oid ...RelcommsChecked }`,
  );
  return {
    query: `query RelcommsCommits($owner: String!, $name: String!${declared}) {
  repository(owner: $owner, name: $name) {
${parts.join('\n')}
  }
}
${CHECKED}`,
    variables: Object.fromEntries(oids.map((oid, index) => [`oid${index}`, oid])),
  };
}

/** A list that goes on: the suites of a commit, or the runs of a suite. */
export interface Gap {
  readonly kind: 'suites' | 'runs';
  readonly oid: string;
  /** Node id of the suite, for its runs. */
  readonly suite?: string | undefined;
  readonly after: string | null;
}

/** The next page of each list; suites of a commit as `gap0`, runs of a suite beside `repository`. */
export function gapsQuery(gaps: readonly Gap[]): BuiltQuery {
  const declared = gaps.map(({ kind }, index) =>
    kind === 'suites' ? `, $of${index}: GitObjectID!` : `, $of${index}: ID!`,
  );
  const part = ({ kind }: Gap, index: number): string =>
    kind === 'suites'
      ? `    gap${index}: object(oid: $of${index}) { ... on Commit {
      checkSuites(first: ${SUITES}, after: $after${index}) { ${SUITE_FIELDS} } } }`
      : `  gap${index}: node(id: $of${index}) { ... on CheckSuite {
    checkRuns(first: ${RUNS}, after: $after${index}, filterBy: { checkType: ALL }) { ${RUN_FIELDS} } } }`;
  const parts = gaps.map((gap, index) => ({ kind: gap.kind, text: part(gap, index) }));
  const of = (kind: Gap['kind']): string =>
    parts.flatMap((one) => (one.kind === kind ? [one.text] : [])).join('\n');
  return {
    query: `query RelcommsFurtherChecks($owner: String!, $name: String!${declared.join('')}${gaps.map((_, index) => `, $after${index}: String`).join('')}) {
  repository(owner: $owner, name: $name) {
    id
${of('suites')}
  }
${of('runs')}
}`,
    variables: Object.fromEntries(
      gaps.flatMap(({ kind, oid, suite, after }, index) => [
        [`of${index}`, kind === 'suites' ? oid : suite],
        [`after${index}`, after],
      ]),
    ),
  };
}
