// Puts 👀 on a comment whose command was heard, with the App's token.
import type { Probot } from 'probot';
import { addEyes } from '../github/apply/add-eyes.ts';
import { type OctokitLike, gitHub } from '../github/client.ts';
import { failureWords } from '../github/failure.ts';
import type { Heard } from './heard.ts';
import type { Metrics } from './metrics.ts';
import type { PacerOf } from './pacers.ts';
import { type Renewable, renewToken } from './renew-token.ts';

/**
 * Nothing waits for it, and nothing is lost when it fails: the run answers all the same. It waits its turn with the
 * other writes of the installation.
 */
export async function sayHeard(
  probot: Probot,
  heard: Heard,
  metrics: Metrics,
  pacerOf: PacerOf,
): Promise<void> {
  try {
    const octokit = (await probot.auth(heard.installation)) as unknown as OctokitLike & Renewable;
    renewToken(octokit);
    metrics.requests += 1;
    await addEyes(gitHub(octokit, heard, pacerOf(heard.installation)), heard.commentId);
  } catch (error) {
    const repository = `${heard.owner}/${heard.repo}`;
    probot.log.info({ repository }, `no 👀 on a command: ${failureWords(error)}`);
  }
}
