// A repository in which nothing is missing for a config with everything on, and ways to break one thing of it.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { EmbeddedGitHub, GitHubSeed } from '../../packages/embedded-github/src/index.ts';
import { type EmbeddedMailServer, startMailServer } from '../../sandbox/mail-server/start.ts';
import { workflowNeeds } from '../../src/workflow/needs.ts';
import { workflowText } from '../../src/workflow/text.ts';
import { type CliAnswer, cli } from '../cli/run-cli.ts';
import { startTestGitHub } from '../support/github.ts';
import { defaultSeed } from '../support/github-seed.ts';
import { read } from '../support/world.ts';

/** Release day is years away, so that the real clock finds the release in work. */
export const CONFIG = `timezone: Europe/Berlin
roles: { lead: [alice], docs: [acme/docs] }
cycle: { weeks: 4, release-week: 4, weeks-after: 0 }
releases: [{ version: 2.0.0, release: 2046-11-27, branch: release-2.0 }]
teams: { api: { github: acme/api, slack: '#team-api', lead: bob, people: [bob] } }
approvals: { labels: [needs-review] }
failing-tests: {}
report: { blockers: [hold] }
deadlines: {}
wiki: {}
slack: {}
audiences:
  inside: { slack: ['#release'], discussions: Announcements }
  press: { mail: [press@example.com], reach: external }
`;

export const PATH = '.github/relcomms.yml';
export const WORKFLOW_PATH = '.github/workflows/relcomms.yml';
const USES = `acme/relcomms@${'a'.repeat(40)}`;

export const workflowFor = (config = CONFIG): string => workflowText(workflowNeeds(read(config)), USES, PATH);

export const SEED: GitHubSeed = {
  ...defaultSeed,
  people: [
    { login: 'alice', permission: 'admin' },
    { login: 'bob', permission: 'write' },
  ],
  teams: [
    { slug: 'api', members: ['bob'] },
    { slug: 'docs', members: ['alice'] },
  ],
  labels: ['needs-review', 'hold'],
  branches: { 'release-2.0': {} },
  discussionCategories: ['Announcements'],
  issueFields: [{ name: 'Target date', type: 'date' }],
  files: { [PATH]: CONFIG, [WORKFLOW_PATH]: workflowFor() },
};

export interface FakeSlack {
  /** The error that `auth.test` answers with; undefined: it accepts the token. */
  refuses?: string;
  scopes: string;
  channels: { name: string; is_member: boolean; is_archived?: boolean }[];
}

export const healthySlack = (): FakeSlack => ({
  scopes: 'chat:write,pins:write,reactions:read,channels:read',
  channels: [
    { name: 'release', is_member: true },
    { name: 'team-api', is_member: true },
  ],
});

export interface World {
  readonly github: EmbeddedGitHub;
  readonly slack: FakeSlack;
  readonly mail: EmbeddedMailServer;
  /** The environment of a healthy one, as a workflow has it. */
  readonly env: Record<string, string>;
  /** The same as the App has it. */
  readonly appEnv: Record<string, string>;
  doctor(env?: Record<string, string>, ...args: readonly string[]): Promise<CliAnswer>;
  close(): Promise<void>;
}

/** Servers of its own; `seed` changes what is at GitHub. */
export async function startWorld(seed: Partial<GitHubSeed> = {}): Promise<World> {
  const github = await startTestGitHub({ seed: { ...SEED, ...seed } });
  const slack = healthySlack();
  const server = createServer((request, response) => {
    const method = new URL(request.url ?? '/', 'http://localhost').pathname.split('/').at(-1);
    const answer =
      slack.refuses !== undefined
        ? { ok: false, error: slack.refuses }
        : method === 'auth.test'
          ? { ok: true, team: 'Acme', user: 'relcomms' }
          : { ok: true, channels: slack.channels, response_metadata: { next_cursor: '' } };
    response.setHeader('content-type', 'application/json');
    response.setHeader('x-oauth-scopes', slack.scopes);
    response.end(JSON.stringify(answer));
    request.resume();
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  const mail = await startMailServer();
  const outside = {
    GITHUB_API_URL: `${github.url}/api/v3`,
    SLACK_API_URL: `http://127.0.0.1:${port}/api/`,
    SLACK_BOT_TOKEN: 'xoxb-1',
    SMTP_URL: mail.url,
    SMTP_FROM: 'relcomms <relcomms@example.com>',
  };
  const env = { ...outside, GITHUB_TOKEN: github.token('github-actions[bot]') };
  return {
    github,
    slack,
    mail,
    env,
    appEnv: { ...outside, APP_ID: String(github.app.id), PRIVATE_KEY: github.app.privateKey },
    doctor: (own = env, ...args) => cli(['doctor', '--repo', 'acme/demo', ...args], own),
    close: async () => {
      await Promise.all([
        github.close(),
        mail.close(),
        new Promise((resolve) => {
          server.close(resolve);
        }),
      ]);
    },
  };
}
