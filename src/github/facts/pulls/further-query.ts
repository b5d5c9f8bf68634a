// What is asked of pull requests beyond their first page: further files, and which checks are required.

interface Asked {
  readonly number: number;
  readonly files: Place;
  readonly contexts: Place;
}

/** Where a list goes on; undefined: from the beginning, null: it is not asked for. */
interface Place {
  readonly after: string | undefined | null;
}

/** The next page of each list that goes on; `after` is null where one does not. */
export function furtherQuery(open: readonly Asked[]) {
  const parts = open.flatMap(({ number, files, contexts }) => [
    `    pull${number}: pullRequest(number: ${number}) {`,
    ...(files.after === null
      ? []
      : [`      files(first: 100, after: $files${number}) { ${PAGE_INFO} nodes { path } }`]),
    ...(contexts.after === null ? [] : [contextsField(number)]),
    '    }',
  ]);
  const variables = Object.fromEntries(
    open.flatMap(({ number, files, contexts }) => [
      ...(files.after === null ? [] : [[`files${number}`, files.after]]),
      ...(contexts.after === null ? [] : [[`contexts${number}`, contexts.after ?? null]]),
    ]),
  ) as Record<string, string | null>;
  const declared = Object.keys(variables)
    .map((name) => `, $${name}: String`)
    .join('');
  return {
    query: `query RelcommsFurtherPulls($owner: String!, $name: String!${declared}) {\n  repository(owner: $owner, name: $name) {\n${parts.join('\n')}\n  }\n}`,
    variables,
  };
}

const PAGE_INFO = 'pageInfo { hasNextPage endCursor }';

function contextsField(number: number): string {
  const required = `isRequired(pullRequestNumber: ${number})`;
  return `      commits(last: 1) { nodes { commit { statusCheckRollup {
        contexts(first: 100, after: $contexts${number}) {
          ${PAGE_INFO}
          nodes { __typename ... on CheckRun { name conclusion ${required} } ... on StatusContext { context state ${required} } }
        }
      } } } }`;
}
