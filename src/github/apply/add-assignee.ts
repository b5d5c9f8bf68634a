// Assigns one person and reads back whether it took: GitHub drops who may not be assigned without a word.
import type { AddAssignee } from '../../domain/operation.ts';
import type { Written } from '../../domain/outcome.ts';
import { type World, holdBack, resolveIssue } from './world.ts';

export async function addAssignee(world: World, { issue, login, entry }: AddAssignee): Promise<Written> {
  const release = holdBack(world, entry);
  const target = resolveIssue(world, issue);
  if (target === undefined) return { outcome: 'not-tried', detail: 'its issue was not created' };
  const { owner, repo } = world.github;
  const { data } = await world.github.request('POST /repos/{owner}/{repo}/issues/{issue_number}/assignees', {
    owner,
    repo,
    issue_number: target.number,
    assignees: [login],
  });
  const taken = data.assignees?.some((person) => person.login.toLowerCase() === login.toLowerCase()) === true;
  if (!taken) return { outcome: 'failed', number: target.number, detail: `GitHub did not assign ${login}` };
  release();
  return { outcome: 'done', number: target.number };
}
