// Asks of one person whether GitHub lets them be assigned.
import type { GitHub } from './client.ts';
import { statusOf } from './failure.ts';

/** Asked for the login itself. Throws where GitHub says neither yes nor no. */
export async function isAssignable({ request, owner, repo }: GitHub, assignee: string): Promise<boolean> {
  try {
    await request('GET /repos/{owner}/{repo}/assignees/{assignee}', { owner, repo, assignee });
    return true;
  } catch (error) {
    if (statusOf(error) === 404) return false;
    throw error;
  }
}
