// Tracking issues as an earlier version of relcomms wrote them, and the repository that they are put into.
import {
  ACTIONS_BOT,
  type EmbeddedGitHub,
  type GitHubSeed,
} from '../../packages/embedded-github/src/index.ts';
import { type Instant, parseInstant } from '../../src/domain/day.ts';
import { startTestGitHub } from './github.ts';

/** What stood on GitHub, and what was said by then. */
export interface Written {
  readonly config: string;
  /** The moment of the last run of that version. */
  readonly at: Instant;
  readonly opened: Instant;
  readonly title: string;
  readonly body: string;
  readonly labels: readonly string[];
  readonly assignees: readonly string[];
  readonly milestone: { readonly title: string; readonly dueOn: string } | null;
  /** In order; those of people, too. */
  readonly comments: readonly { readonly id: number; readonly author: string; readonly body: string }[];
  /** Its task issues, by their numbers from 2 on. */
  readonly tasks?: readonly WrittenTask[];
}

export interface WrittenTask {
  readonly title: string;
  readonly body: string;
  readonly labels: readonly string[];
  readonly assignees: readonly string[];
  /** By whom, and when; null while it is open. */
  readonly closed: { readonly by: string; readonly at: string } | null;
  readonly comments: readonly { readonly author: string; readonly body: string }[];
}

export function writtenSeed(config: string): GitHubSeed {
  return {
    owner: 'acme',
    repo: 'demo',
    people: [
      { login: 'alice', permission: 'admin' },
      { login: 'bob', permission: 'write' },
      { login: 'carol', permission: 'write' },
    ],
    teams: [{ slug: 'api', members: ['bob', 'carol'] }],
    files: { 'README.md': '# demo\n', '.github/relcomms.yml': config },
    app: { webhookSecret: 'written' },
  };
}

/** A repository in which all of it is there, at the moment of that last run. */
export async function withWritten(written: Written): Promise<EmbeddedGitHub> {
  let now = written.opened;
  const github = await startTestGitHub({ seed: writtenSeed(written.config), now: () => now });
  const bot = github.as(ACTIONS_BOT);
  const { title, body, milestone, comments, at } = written;
  const labels = [...written.labels];
  if (milestone !== null)
    await bot.request('POST', '/repos/acme/demo/milestones', {
      title: milestone.title,
      due_on: milestone.dueOn,
    });
  await bot.openIssue({ title, body, labels, assignees: [...written.assignees] });
  if (milestone !== null) await bot.setMilestone(1, milestone.title);
  await bot.graphql('mutation($id: ID!) { pinIssue(input: { issueId: $id }) { issue { number } } }', {
    id: await nodeId(github),
  });
  const ids = new Map<number, number>();
  for (const { id, author, body: words } of comments)
    // oxlint-disable-next-line no-await-in-loop -- one below the other
    ids.set(id, await github.as(author).comment(1, words));
  // Our answers name the comments that they belong to, and those have other numbers here.
  for (const { id, author, body: words } of comments) {
    const renamed = words.replaceAll(/\d{6,}/g, (digits) => String(ids.get(Number(digits)) ?? digits));
    // oxlint-disable-next-line no-await-in-loop -- see above
    if (renamed !== words) await github.as(author).editComment(ids.get(id) ?? 0, renamed);
  }
  for (const [index, task] of (written.tasks ?? []).entries()) {
    // oxlint-disable-next-line no-await-in-loop -- see above
    await putTask(github, task, index + 2, milestone?.title);
    now = parseInstant(task.closed?.at ?? '') ?? now;
    // oxlint-disable-next-line no-await-in-loop -- see above
    if (task.closed !== null) await github.as(task.closed.by).close(index + 2);
  }
  now = at;
  return github;
}

/** The issue of a task, below the tracking issue. */
async function putTask(
  github: EmbeddedGitHub,
  task: WrittenTask,
  number: number,
  milestone: string | undefined,
): Promise<void> {
  const bot = github.as(ACTIONS_BOT);
  const { title, body } = task;
  await bot.openIssue({ title, body, labels: [...task.labels], assignees: [...task.assignees] });
  await bot.setMilestone(number, milestone);
  const { json } = await bot.request('GET', `/repos/acme/demo/issues/${number}`);
  const { id } = json as { id: number };
  await bot.request('POST', '/repos/acme/demo/issues/1/sub_issues', { sub_issue_id: id });
  for (const { author, body: words } of task.comments)
    // oxlint-disable-next-line no-await-in-loop -- one below the other
    await github.as(author).comment(number, words);
}

async function nodeId(github: EmbeddedGitHub): Promise<string> {
  const { json } = await github.as('alice').request('GET', '/repos/acme/demo/issues/1');
  return (json as { node_id: string }).node_id;
}
