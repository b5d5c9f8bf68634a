// Writes the commit status of a pull request's newest commit; without the right to it the run goes on.
import type { SetStatus } from '../../domain/pull-operation.ts';
import type { Written } from '../../domain/outcome.ts';
import { failureWords, statusOf } from '../failure.ts';
import type { World } from './world.ts';

/** The newest status of a context is the one that counts, so that writing it twice does no harm. */
export async function setStatus({ github }: World, operation: SetStatus): Promise<Written> {
  const { number, head: sha, context, state, description } = operation;
  const { owner, repo } = github;
  try {
    await github.request('POST /repos/{owner}/{repo}/statuses/{sha}', {
      owner,
      repo,
      sha,
      context,
      state,
      description,
    });
    return { outcome: 'done', number };
  } catch (error) {
    const status = statusOf(error);
    const words = failureWords(error);
    if (status === 403)
      return {
        outcome: 'soft',
        number,
        detail: `the token can't write commit statuses (${words}); give it "statuses: write"`,
      };
    if (status === 422)
      return { outcome: 'soft', number, detail: `GitHub does not take a status for this commit (${words})` };
    throw error;
  }
}
