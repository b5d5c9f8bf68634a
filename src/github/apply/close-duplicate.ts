// Closes the younger of two issues with one key, and says where to go on.
import type { CloseDuplicate } from '../../domain/operation.ts';
import type { Written } from '../../domain/outcome.ts';
import type { World } from './world.ts';

export async function closeDuplicate({ github }: World, { number, of }: CloseDuplicate): Promise<Written> {
  const { owner, repo } = github;
  const { data } = await github.request('GET /repos/{owner}/{repo}/issues/{issue_number}', {
    owner,
    repo,
    issue_number: number,
  });
  if (data.state === 'closed') return { outcome: 'already', number };
  await github.request('PATCH /repos/{owner}/{repo}/issues/{issue_number}', {
    owner,
    repo,
    issue_number: number,
    state: 'closed',
    state_reason: 'duplicate',
    body: `**This issue was opened twice. Continue in #${of}.**\n\n${data.body ?? ''}`,
  });
  return { outcome: 'done', number };
}
