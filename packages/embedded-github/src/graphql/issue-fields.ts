// The issue fields of an organisation, as a repository of it lists them in GraphQL.
import { connection } from './connection.ts';
import type { Arguments, Context, Node } from './context.ts';

/** Those of the organisation, which a repository shows to everybody who may read it; none for a person. */
export function issueFields({ world: { issueFields: fields } }: Context, args: Arguments): Node | null {
  if (fields === undefined) return null;
  return connection(args, {
    field: 'Repository.issueFields',
    items: fields,
    id: ({ id }) => id,
    node: ({ id, nodeId, name, type }) => ({
      __typename: `IssueField${type.charAt(0).toUpperCase()}${type.slice(1)}`,
      id: nodeId,
      fullDatabaseId: String(id),
      name,
    }),
  });
}
