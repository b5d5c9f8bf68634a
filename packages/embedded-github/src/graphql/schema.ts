// GitHub's published GraphQL schema.
import { schema as published } from '@octokit/graphql-schema';
import { type GraphQLSchema, buildSchema } from 'graphql';

/** What GitHub has added since the schema was published. */
const ADDED = `
union IssueFields = IssueFieldDate | IssueFieldNumber | IssueFieldText
type IssueFieldDate implements Node { id: ID! fullDatabaseId: BigInt name: String! }
type IssueFieldNumber implements Node { id: ID! fullDatabaseId: BigInt name: String! }
type IssueFieldText implements Node { id: ID! fullDatabaseId: BigInt name: String! }
type IssueFieldsConnection { nodes: [IssueFields] pageInfo: PageInfo! totalCount: Int! }
extend type Repository {
  issueFields(after: String, before: String, first: Int, last: Int): IssueFieldsConnection
}
`;

let built: GraphQLSchema | undefined;

/** Built once and only when asked for: it takes about half a second. */
export function githubSchema(): GraphQLSchema {
  // The schema is valid as published; checking it again would double the time.
  built ??= buildSchema(`${published.idl}${ADDED}`, { assumeValid: true });
  return built;
}
