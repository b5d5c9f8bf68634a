// No secret is in anything that App and Action write, at their most talkative, whether the channels work or not.
import { execFileSync, spawn } from 'node:child_process';
import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { addDays, dayAt, type Instant } from '../../src/domain/day.ts';
import { ACTIONS_BOT, type EmbeddedGitHub } from '../../packages/embedded-github/src/index.ts';
import { type EmbeddedMailServer, startMailServer } from '../../sandbox/mail-server/start.ts';
import { type EmbeddedSlack, startSlack } from '../../sandbox/slack/start.ts';
import { type EmbeddedChat, startChat } from '../../sandbox/chat/start.ts';
import { type WikiServer, startWikiServer } from '../../sandbox/wiki/start.ts';
import { startTestGitHub } from '../support/github.ts';
import { defaultSeed } from '../support/github-seed.ts';
import { type OneAddress, startOneAddress } from './one-address.ts';
import { NODE, runBundle } from './run-bundle.ts';

const SLACK = 'xoxb-CANARY-0123456789';
/** The address of a webhook is a secret as a whole. */
const WEBHOOK = 'CANARY-webhook-0123456789';
const PASSWORD = 'CANARY-smtp-0123456789';

/** The cycle began last week, whatever hour it is: the App goes by the clock of this machine. */
const today = dayAt(Date.now() as Instant, 'UTC');
const monday = addDays(today, -((new Date(`${today}T12:00:00Z`).getUTCDay() + 6) % 7));
const configOf = (channel: string): string => `cycle: { weeks: 5, release-week: 4, weeks-after: 1 }
timezone: UTC
roles: { lead: [alice] }
milestones: { rc1: { on: release - 1 week, title: First candidate } }
releases: [{ version: '1.10.0', start: ${addDays(monday, -7)}, release: ${addDays(monday, 17)} }]
audiences: { teams: { slack: [${channel}], webhook: chat, mail: [ops@acme.example, chat@acme.example] } }
tracking-issue: { tasks: none }
slack: { dates: [teams] }
wiki: {}
calendar: {}
`;

let folder: string;
let github: EmbeddedGitHub;
let slack: EmbeddedSlack;
let mail: EmbeddedMailServer;
let chat: EmbeddedChat;
let wiki: WikiServer;
let closed: WikiServer;
let outside: OneAddress;
/** Answers `invalid_auth`, and all that it was sent, to whatever is asked of it. */
const strict = createServer(({ headers }, response) => {
  response.writeHead(200, { 'content-type': 'application/json' });
  response.end(JSON.stringify({ ok: false, error: 'invalid_auth', headers }));
});

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'relcomms-secrets-'));
  // git tells its arguments, and goes on.
  const real = execFileSync('which', ['git'], { encoding: 'utf8' }).trim();
  await writeFile(join(folder, 'git'), `#!/bin/sh\necho "$@" >> ${folder}/argv\nexec ${real} "$@"\n`);
  await chmod(join(folder, 'git'), 0o755);
  slack = await startSlack({
    workspace: 'acme',
    channels: ['releases'],
    people: ['alice'],
    scopes: ['chat:write', 'pins:write', 'reactions:read'],
  });
  const channel = (await slack.state()).find(({ name }) => name === 'releases')?.id ?? '';
  const files = { '.github/relcomms.yml': configOf(channel) };
  github = await startTestGitHub({ seed: { ...defaultSeed, files } });
  chat = await startChat([WEBHOOK]);
  mail = await startMailServer({ auth: { user: 'relcomms', pass: PASSWORD } });
  [wiki, closed] = await Promise.all([startWikiServer(), startWikiServer({ mayPush: false })]);
  await Promise.all([wiki, closed].map((one) => one.write({ 'Home.md': 'Hello' })));
  outside = await startOneAddress(github.url, wiki.url);
  await new Promise<void>((done) => {
    strict.listen(0, '127.0.0.1', done);
  });
});

afterAll(async () => {
  strict.closeAllConnections();
  await new Promise((done) => strict.close(done));
  await Promise.all([slack, github, mail, chat, wiki, closed, outside].map((one) => one.close()));
  await rm(folder, { recursive: true });
});

function channelEnv(works: boolean): Record<string, string> {
  const { host } = new URL(mail.url);
  return {
    PATH: `${folder}:${process.env['PATH']}`,
    LOG_LEVEL: 'trace',
    ACTIONS_STEP_DEBUG: 'true',
    RUNNER_DEBUG: '1',
    SLACK_API_URL: works ? slack.apiUrl : `http://127.0.0.1:${(strict.address() as AddressInfo).port}/api/`,
    SLACK_BOT_TOKEN: works ? slack.token : SLACK,
    SMTP_URL: `smtp://relcomms:${works ? PASSWORD : `wrong-${PASSWORD}`}@${host}`,
    SMTP_FROM: 'relcomms@acme.example',
    WEBHOOK_CHAT: works ? chat.at(WEBHOOK) : `${chat.at('').replace('/hooks/', '/closed/')}${WEBHOOK}`,
    RELCOMMS_PRIVATE_PAGES: 'yes',
  };
}

/** The App as a process of its own, until its first run has told what became of the wiki. */
function runApp(env: Record<string, string>): Promise<string> {
  const { host } = new URL(outside.url);
  const child = spawn(NODE, [resolve('dist/app/index.js')], {
    env: {
      ...env,
      APP_ID: String(github.app.id),
      PRIVATE_KEY: github.app.privateKey,
      WEBHOOK_SECRET: github.app.webhookSecret,
      GHE_HOST: host,
      GHE_PROTOCOL: 'http',
      RELCOMMS_PAUSES: 'none',
      HOST: '127.0.0.1',
      PORT: '0',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let written = '';
  const listen = (text: Buffer): void => {
    written += text.toString();
    if (/wiki page/.test(written)) child.kill('SIGTERM');
  };
  child.stdout.on('data', listen);
  child.stderr.on('data', listen);
  return new Promise((done) => {
    child.once('close', () => done(written));
  });
}

async function runAction(env: Record<string, string>): Promise<string> {
  const token = github.token(ACTIONS_BOT);
  const ended = await runBundle({ apiUrl: outside.url, token, env });
  // The runner hides what it is told to; that is the one place for a secret.
  const stdout = ended.stdout.split('\n').filter((line) => !line.startsWith('::add-mask::'));
  return JSON.stringify({ ...ended, stdout: stdout.join('\n') });
}

/** Everything that was written anywhere, but what people may see of each other. */
async function everything(told: string): Promise<string> {
  const pages = await Promise.all([wiki, closed].map((one) => one.git(['log', '-p', 'master'])));
  return [
    told,
    JSON.stringify(github.journal.map(({ method, path, body }) => [method, path, body])),
    JSON.stringify(github.state()),
    JSON.stringify(await slack.state()),
    ...mail.mails.map(({ raw }) => raw),
    ...pages,
    ...wiki.requests,
    ...closed.requests,
    await readFile(join(folder, 'argv'), 'utf8'),
  ].join('\n');
}

/** Messages, mails and changes of the wiki so far. */
async function arrived(): Promise<number[]> {
  const releases = (await slack.state()).find(({ name }) => name === 'releases');
  return [
    releases?.messages.length ?? 0,
    mail.mails.length,
    chat.messages.length,
    (await wiki.history()).length,
  ];
}

/** As they are, and as they travel. */
function forms(secret: string): string[] {
  const pairs = [`x-access-token:${secret}`, `\0relcomms\0${secret}`, secret];
  const encoded = pairs.map((pair) => Buffer.from(pair).toString('base64').replace(/=+$/, ''));
  return [secret, encodeURIComponent(secret), ...encoded];
}

test.each([
  ['the App', true],
  ['the App', false],
  ['the Action', true],
  ['the Action', false],
])('%s, channels that work: %s', async (who, works) => {
  await github.reset();
  await wiki.write({ 'Release-1.10.0.md': 'By hand' });
  outside.wiki = works ? wiki.url : closed.url;
  const before = await arrived();
  const env = channelEnv(works);
  const told = await (who === 'the App' ? runApp(env) : runAction(env));
  const after = await arrived();
  // Everything was tried, and what failed was told in our words.
  expect(after.map((count, index) => count - (before[index] ?? 0))).toEqual(
    works ? [1, 1, 1, 1] : [0, 0, 0, 0],
  );
  const addressed = mail.mails.slice(before[1]).flatMap(({ to }) => to);
  expect(addressed.toSorted()).toEqual(works ? ['chat@acme.example', 'ops@acme.example'] : []);
  const words = [
    'Slack rejects the token',
    'The mail server rejects the user or the password',
    'The webhook answers with 404',
    'The token cannot write to the wiki',
  ];
  expect(words.filter((line) => told.includes(line))).toEqual(works ? [] : words);
  const written = await everything(told);
  expect(written).toContain('First candidate');
  expect(written).toContain('fast-import');
  const secrets = [
    slack.token,
    SLACK,
    PASSWORD,
    WEBHOOK,
    github.token(ACTIONS_BOT),
    github.app.webhookSecret,
    github.app.privateKey.split('\n')[1] ?? '',
  ];
  for (const form of secrets.flatMap(forms)) expect(written.includes(form) ? form : '').toBe('');
  // Of installations the tokens are made on the way.
  expect(written).not.toMatch(/gh[sp]_[A-Za-z0-9]{8,}|eyJ[A-Za-z0-9_-]{20,}\./);
});
