// GitHub's published GraphQL schema.
import { schema as published } from '@octokit/graphql-schema';
import { type GraphQLSchema, buildSchema } from 'graphql';

let built: GraphQLSchema | undefined;

/** Built once and only when asked for: it takes about half a second. */
export function githubSchema(): GraphQLSchema {
  // The schema is valid as published; checking it again would double the time.
  built ??= buildSchema(published.idl, { assumeValid: true });
  return built;
}
