// The REST id of an issue: other issues are linked to it by that.
import type { KnownIssue, World } from './world.ts';

/** GraphQL may leave it out, and then reads 0; REST knows it. */
export async function issueId({ github }: World, { number, databaseId }: KnownIssue): Promise<number> {
  if (databaseId > 0) return databaseId;
  const { owner, repo } = github;
  const path = 'GET /repos/{owner}/{repo}/issues/{issue_number}';
  const { data } = await github.request(path, { owner, repo, issue_number: number });
  return Number(data.id);
}
