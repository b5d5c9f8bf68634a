// Lets a check end: a check run of a workflow on the head of a pull request or a branch.
import { ACTIONS_BOT, type EmbeddedGitHub } from '../../packages/embedded-github/src/index.ts';
import { REPOSITORY } from '../scenarios/repository.ts';
import type { ActOrder } from './act-order.ts';

export async function reportCheck(
  github: EmbeddedGitHub,
  { as, pull, branch, name, conclusion, summary }: ActOrder & { action: 'check' },
): Promise<void> {
  const bot = github.as(ACTIONS_BOT);
  const must = async (method: string, path: string, body?: unknown): Promise<unknown> => {
    const { status, json } = await bot.request(method, `${REPOSITORY.path}${path}`, body);
    if (status >= 300) throw new Error(`${method} ${path}: ${status} ${JSON.stringify(json)}`);
    return json;
  };
  const target =
    pull === undefined
      ? ((await must('GET', `/git/ref/heads/${branch}`)) as { object: { sha: string } }).object
      : ((await must('GET', `/pulls/${pull}`)) as { head: { sha: string } }).head;
  await must('POST', '/check-runs', {
    name,
    head_sha: target.sha,
    status: 'completed',
    conclusion,
    output: { title: `reported by ${as}`, summary },
  });
}
