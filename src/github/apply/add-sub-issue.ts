// Puts a task issue below its tracking issue; where GitHub has no sub-issues, the checklist alone does it.
import type { AddSubIssue } from '../../domain/operation.ts';
import { failureWords, statusOf } from '../failure.ts';
import type { Written } from './outcome.ts';
import { type World, resolveIssue } from './world.ts';

export async function addSubIssue(world: World, { parent, issue }: AddSubIssue): Promise<Written> {
  const above = resolveIssue(world, parent);
  const below = resolveIssue(world, issue);
  if (above === undefined || below === undefined)
    return { outcome: 'not-tried', detail: 'one of the two issues was not opened' };
  const { owner, repo } = world.github;
  try {
    await world.github.request('POST /repos/{owner}/{repo}/issues/{issue_number}/sub_issues', {
      owner,
      repo,
      issue_number: above.number,
      sub_issue_id: below.databaseId,
    });
    return { outcome: 'done', number: below.number };
  } catch (error) {
    const status = statusOf(error);
    if (status === undefined || status >= 500) throw error;
    return {
      outcome: 'soft',
      number: below.number,
      detail: `the checklist alone links it: ${failureWords(error)}`,
    };
  }
}
