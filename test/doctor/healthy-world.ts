// A repository in which nothing is missing for a config with everything on, and ways to break one thing of it.
import { type IncomingMessage, type ServerResponse, createServer, request as ask } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { EmbeddedGitHub, GitHubOptions, GitHubSeed } from '../../packages/embedded-github/src/index.ts';
import { ACTIONS_BOT } from '../../packages/embedded-github/src/index.ts';
import { installationToken } from '../../packages/embedded-github/test/support/app-token.ts';
import { type EmbeddedMailServer, startMailServer } from '../../sandbox/mail-server/start.ts';
import { type WikiServer, startWikiServer } from '../../sandbox/wiki/start.ts';
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
teams: { api: { github: acme/api, slack: '#team-api', lead: bob, people: [bob], paths: ['src/api/**'] } }
approvals: { labels: [needs-review] }
failing-tests: { artifacts: [junit] }
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
  files: { 'src/api/index.ts': '', [PATH]: CONFIG, [WORKFLOW_PATH]: workflowFor() },
  commits: [{ jobs: { build: 'success' }, artifacts: { junit: Buffer.from('PK') } }],
  pulls: [
    {
      title: 'Add it',
      author: 'alice',
      files: ['src/api/add.ts'],
      teams: ['api', 'docs'],
      reviews: [{ author: 'bob', state: 'APPROVED' }],
      checks: [{ name: 'build', conclusion: 'success' }],
      statuses: [{ context: 'tide', state: 'success' }],
    },
  ],
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
  readonly wiki: WikiServer;
  /** Requests in the journal before anybody looked. */
  readonly begun: number;
  /** The environment of a healthy one, as a workflow has it. */
  readonly env: Record<string, string>;
  /** The same as the App has it. */
  readonly appEnv: Record<string, string>;
  doctor(env?: Record<string, string>, ...args: readonly string[]): Promise<CliAnswer>;
  close(): Promise<void>;
}

/** Servers of its own; `seed` changes what is at GitHub, `options` how it is. */
export async function startWorld(
  seed: Partial<GitHubSeed> = {},
  options: Partial<GitHubOptions> = {},
): Promise<World> {
  const github = await startTestGitHub({ ...options, seed: { ...SEED, ...seed } });
  const slack = healthySlack();
  const slackServer = await serve((request, response) => answerAsSlack(slack, request, response));
  const wiki = await startWikiServer();
  await wiki.write({ 'Home.md': 'Welcome' });
  const site = await serve((request, response) => {
    if (!github.handle(request, response)) toWiki(wiki, request, response);
  });
  const mail = await startMailServer();
  await writeOwn(github);
  if ((seed.pulls ?? SEED.pulls ?? []).length > 0)
    await github.runJobs({ branch: 'change-1', jobs: { build: 'success' } });
  const outside = {
    GITHUB_API_URL: `${site.url}/api/v3`,
    SLACK_API_URL: `${slackServer.url}/api/`,
    SLACK_BOT_TOKEN: 'xoxb-1',
    SMTP_URL: mail.url,
    SMTP_FROM: 'relcomms <relcomms@example.com>',
  };
  const env = { ...outside, GITHUB_TOKEN: github.token(ACTIONS_BOT) };
  return {
    github,
    slack,
    mail,
    wiki,
    env,
    begun: github.journal.length,
    appEnv: { ...outside, APP_ID: String(github.app.id), PRIVATE_KEY: github.app.privateKey },
    doctor: (own = env, ...args) => cli(['doctor', '--repo', 'acme/demo', ...args], own),
    close: async () => {
      await Promise.all([github.close(), mail.close(), wiki.close(), site.close(), slackServer.close()]);
    },
  };
}

/** What the workflow and the App wrote before: an issue each, edited once, with a comment that mentions a team. */
async function writeOwn(github: EmbeddedGitHub): Promise<void> {
  for (const token of [github.token(ACTIONS_BOT), await installationToken(github)]) {
    const send = async (method: string, path: string, body: object): Promise<number> => {
      const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
      const answer = await fetch(`${github.url}/repos/acme/demo/issues${path}`, {
        method,
        headers,
        body: JSON.stringify(body),
      });
      return ((await answer.json()) as { readonly number: number }).number;
    };
    // oxlint-disable no-await-in-loop -- one after the other, so that their numbers are known
    const number = await send('POST', '', { title: 'Ours', body: 'First\n' });
    await send('PATCH', `/${number}`, { body: 'First\nSecond\n' });
    await send('POST', `/${number}/comments`, { body: 'Please look, @acme/api.' });
    // oxlint-enable no-await-in-loop
  }
}

function answerAsSlack(slack: FakeSlack, request: IncomingMessage, response: ServerResponse): void {
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
}

/** Under the address that the wiki of the repository has at a GitHub. */
function toWiki(wiki: WikiServer, request: IncomingMessage, response: ServerResponse): void {
  const target = (request.url ?? '/').replace('/acme/demo.wiki.git', new URL(wiki.url).pathname);
  const on = ask(
    new URL(target, wiki.url),
    { method: request.method, headers: request.headers },
    (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(response);
    },
  );
  request.pipe(on);
}

async function serve(
  answer: (request: IncomingMessage, response: ServerResponse) => void,
): Promise<{ readonly url: string; readonly close: () => Promise<void> }> {
  const server = createServer(answer);
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
