// What is asked of open issues and pull requests that carry a blocking label: two fields a label in the one query.

/** Blockers of one kind and label a page: who has more of them has another trouble. */
const PAGE = 50;

/** The fields by which GraphQL lists each kind. */
const LISTS = { blockingIssues: 'issues', blockingPulls: 'pullRequests' } as const;

export type BlockerList = keyof typeof LISTS;

export const BLOCKER_LISTS = Object.keys(LISTS) as readonly BlockerList[];

/** Fields under the repository and the variables that they use. GitHub says nowhere what several labels mean together. */
export function blockerFields(labels: readonly string[]): {
  readonly parts: string[];
  readonly variables: Record<string, string>;
} {
  const parts = labels.flatMap((_, index) => BLOCKER_LISTS.map((list) => blockerField(list, index)));
  const variables = Object.fromEntries(labels.map((label, index) => [`blocking${index}`, label]));
  return { parts, variables };
}

/** One list, from the beginning or behind `$cursor`. */
export function blockerField(list: BlockerList, index: number, after = ''): string {
  const order = 'orderBy: { field: CREATED_AT, direction: ASC }';
  return `${list}${index}: ${LISTS[list]}(${after}first: ${PAGE}, states: [OPEN], labels: [$blocking${index}], ${order}) { pageInfo { hasNextPage endCursor } nodes { number title createdAt milestone { title } assignees(first: 10) { nodes { login } } } }`;
}
