// Who writes the config of one repository reaches neither the channels of others nor what the environment holds.
import { createServer } from 'node:http';
import { leapingPauses } from '../../src/github/pauses.ts';
import type { AddressInfo } from 'node:net';
import { ACTIONS_BOT, type EmbeddedGitHub } from '../../packages/embedded-github/src/index.ts';
import { startApp } from '../../src/server/start-app.ts';
import { appChannels } from '../../src/server/app-channels.ts';
import { runBundle } from '../bundle/run-bundle.ts';
import { startTestGitHub } from '../support/github.ts';
import { defaultSeed } from '../support/github-seed.ts';
import { instant, quiet } from '../support/runs.ts';
import { repository } from '../support/tracking.ts';

const NOW = '2020-01-13T09:00:00Z';

/** Ways to write what other programs put a value of their environment in the place of. */
const HOLES = [
  '${{ secrets.SLACK_BOT_TOKEN }}',
  '${{ github.token }}',
  '$SLACK_BOT_TOKEN',
  '${SLACK_BOT_TOKEN}',
  '%SLACK_BOT_TOKEN%',
  '{{ SLACK_BOT_TOKEN }}',
  '<%= process.env.SLACK_BOT_TOKEN %>',
  '!env SLACK_BOT_TOKEN',
  '$(env)',
  '`env`',
  'file:///proc/self/environ',
];

const CANARIES = { SLACK_BOT_TOKEN: 'xoxb-CANARY-1', SLACK_BOT_TOKEN_OTHERS: 'xoxb-CANARY-2', SMTP_URL: '' };

function config(): string {
  const tasks = HOLES.map(
    (hole, index) => `  - { id: t${index}, title: ${JSON.stringify(hole)}, role: lead, week: 2 }\n`,
  );
  return `cycle: { weeks: 4, release-week: 4, weeks-after: 0 }
timezone: UTC
roles: { lead: [alice] }
milestones: { rc1: { on: release - 1 week, title: ${JSON.stringify(HOLES.slice(0, 4).join(' '))} } }
releases: [{ version: '1.10.0', start: 2020-01-06, release: 2020-01-30 }]
audiences:
  first: { slack: ['#general'], mail: [all@others.example] }
  second: { slack: ['#board'], workspace: others }
tracking-issue: { tasks: all }
slack: { dates: [first, second] }
tasks:\n${tasks.join('')}`;
}

/** Slack and mail server of somebody else, which count who knocks. */
const knocks: string[] = [];
const theirs = createServer((request, response) => {
  knocks.push(`${request.method} ${request.url} ${JSON.stringify(request.headers)}`);
  response.writeHead(200, { 'content-type': 'application/json' }).end('{"ok":false,"error":"invalid_auth"}');
});
theirs.on('connection', () => knocks.push('a connection'));

let github: EmbeddedGitHub;
let address: string;

beforeAll(async () => {
  await new Promise<void>((done) => {
    theirs.listen(0, '127.0.0.1', done);
  });
  address = `127.0.0.1:${(theirs.address() as AddressInfo).port}`;
});

beforeEach(async () => {
  knocks.length = 0;
  const files = { '.github/relcomms.yml': config() };
  github = await startTestGitHub({ seed: { ...defaultSeed, files } });
});

afterEach(() => github.close());

afterAll(async () => {
  theirs.closeAllConnections();
  await new Promise((done) => theirs.close(done));
});

function environment(): Record<string, string> {
  return {
    ...CANARIES,
    SLACK_API_URL: `http://${address}/api/`,
    SMTP_URL: `smtp://relcomms:CANARY-3@${address}`,
  };
}

test('in an App of somebody else a config sends nothing to Slack and mail, and opens no connection', async () => {
  const baseUrl = `${github.url}/api/v3`;
  const channelsFor = appChannels(environment(), baseUrl, () => Promise.resolve());
  const app = await startApp({
    appId: github.app.id,
    privateKey: github.app.privateKey,
    webhookSecret: github.app.webhookSecret,
    baseUrl,
    pauses: leapingPauses(() => instant(NOW)),
    port: 0,
    host: '127.0.0.1',
    now: () => instant(NOW),
    logLevel: 'fatal',
    tick: false,
    // The App belongs to frank, who runs it; acme has only installed it.
    channelsFor: (run) => channelsFor({ ...run, account: 'frank' }),
  });
  for (const _ of [1, 2, 3]) {
    // oxlint-disable-next-line no-await-in-loop -- one run after the other
    await app.tick();
    // oxlint-disable-next-line no-await-in-loop -- see above
    await quiet(github, app);
  }
  await app.close();
  expect(repository(github).issues.length).toBeGreaterThan(HOLES.length);
  expect(knocks).toEqual([]);
  expect(JSON.stringify(github.state())).toContain('its operator can add that account to MESSAGES_FOR');
});

test('no text of a config is filled in from the environment, in the bundled Action', async () => {
  const token = github.token(ACTIONS_BOT);
  const env = environment();
  const runs = [];
  for (const _ of [1, 2])
    // oxlint-disable-next-line no-await-in-loop -- one run after the other
    runs.push(await runBundle({ apiUrl: github.url, token, inputs: { now: NOW }, env }));
  const { stdout, ...rest } = runs[1] ?? { stdout: '' };
  const written = [
    JSON.stringify(github.state()),
    JSON.stringify(github.journal.map(({ body }) => body)),
    JSON.stringify(rest),
    ...stdout.split('\n').filter((line) => !line.startsWith('::add-mask::')),
  ].join('\n');
  expect(written).toContain('secrets.SLACK');
  expect(written).not.toContain('CANARY');
  expect(written).not.toContain(token);
  // Tokens of Slack go to the one address that the environment names; that of GitHub goes to neither of both.
  expect(knocks.filter((knock) => knock.includes(token))).toEqual([]);
});
