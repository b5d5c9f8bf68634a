// How the App comes to another repository: with its own installation, or with that of the other owner.
import type { Probot } from 'probot';
import { statusOf } from '../github/failure.ts';
import { type GitHub, type OctokitLike, type RepositoryName, gitHub } from '../github/client.ts';
import type { Reach, Reached } from '../github/reach.ts';
import { renewToken } from './renew-token.ts';

/** `own` is the client of the run, and the owner of its repository the one who let the App in. */
export function reachElsewhere(probot: Probot, own: GitHub): Reach {
  return async ({ owner, repo }) => {
    const here: Reached = { github: { ...own, owner, repo } };
    if (owner.toLowerCase() === own.owner.toLowerCase()) return here;
    const found = await installationOn(probot, { owner, repo });
    // What is public is read without being let in.
    if (found === undefined) return here;
    if (found.isSuspended) return { reason: 'suspended', why: `the App is suspended at ${owner}` };
    const octokit = (await probot.auth(found.id)) as unknown as OctokitLike &
      Parameters<typeof renewToken>[0];
    renewToken(octokit);
    return { github: gitHub(octokit, { owner, repo }, undefined, own.stop, own.counts), isGuest: true };
  };
}

interface Found {
  readonly id: number;
  readonly isSuspended: boolean;
}

/** Undefined where the App is not installed on it. */
async function installationOn(probot: Probot, name: RepositoryName): Promise<Found | undefined> {
  const app = await probot.auth();
  try {
    const { data } = await app.request('GET /repos/{owner}/{repo}/installation', { ...name });
    return { id: data.id, isSuspended: data.suspended_at !== null && data.suspended_at !== undefined };
  } catch (error) {
    if (statusOf(error) === 404) return undefined;
    throw error;
  }
}
