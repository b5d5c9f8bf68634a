// When something of a repository changed last, in one small query: where nothing did, nothing has to be read again.
import type { GitHub } from './client.ts';
import { queryRepository } from './graphql.ts';

const QUERY = `query RelcommsPulse($owner: String!, $name: String!) {
  repository(owner: $owner, name: $name) {
    pushedAt
    issues(first: 1, orderBy: { field: UPDATED_AT, direction: DESC }) { totalCount nodes { number updatedAt } }
    pullRequests(first: 1, orderBy: { field: UPDATED_AT, direction: DESC }) { totalCount nodes { number updatedAt } }
    releases(first: 1, orderBy: { field: CREATED_AT, direction: DESC }) { totalCount nodes { tagName updatedAt } }
    milestones(first: 1, orderBy: { field: UPDATED_AT, direction: DESC }) { totalCount nodes { number updatedAt } }
    labels(first: 1) { totalCount }
    defaultBranchRef { name target { oid } }
  }
}`;

/**
 * Equal texts: no push, no issue, pull request, release, GitHub milestone or label changed between the two. Checks, rules of
 * branches and members of teams do not show in it. Undefined where not all of it could be read.
 */
export async function readPulse(github: GitHub): Promise<string | undefined> {
  const { data, failed } = await queryRepository(github, QUERY, {});
  return failed.size > 0 ? undefined : JSON.stringify(data);
}
