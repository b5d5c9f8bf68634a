// The addresses of an issue or pull request.
import type { Issue } from '../model/repo.ts';
import type { World } from '../model/world.ts';

export function issueUrls(world: World, issue: Issue): { api: string; html: string; repository: string } {
  const { fullName } = issue.repo;
  const repository = `${world.origin}/api/v3/repos/${fullName}`;
  const page = issue.pull === null ? 'issues' : 'pull';
  return {
    repository,
    api: `${repository}/issues/${issue.number}`,
    html: `${world.origin}/${fullName}/${page}/${issue.number}`,
  };
}
