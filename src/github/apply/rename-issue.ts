// Gives an issue another title, unless somebody gave it one since we looked.
import type { RenameIssue } from '../../domain/operation.ts';
import type { Written } from '../../domain/outcome.ts';
import type { World } from './world.ts';

export async function renameIssue({ github }: World, { number, from, title }: RenameIssue): Promise<Written> {
  const { owner, repo, request } = github;
  const place = { owner, repo, issue_number: number };
  const { data } = await request('GET /repos/{owner}/{repo}/issues/{issue_number}', place);
  if (data.title === title) return { outcome: 'already', number };
  if (data.title !== from) return { outcome: 'not-tried', number, detail: 'somebody renamed it' };
  await request('PATCH /repos/{owner}/{repo}/issues/{issue_number}', { ...place, title });
  return { outcome: 'done', number };
}
