// Whose configs may use the Slack and the mail server of an App.
import type { Instant } from '../../src/domain/day.ts';
import type { OutsideNotice } from '../../src/domain/notice.ts';
import { appChannels } from '../../src/server/app-channels.ts';

const NOTICE: OutsideNotice = {
  key: 'v1/slack/dates/slack/releases',
  audience: 'internal',
  target: { kind: 'slack', channel: '#releases' },
  from: 0 as Instant,
  until: 1 as Instant,
  title: 'Dates',
  lines: [],
  why: 'a test sends it',
};
const MAIL: OutsideNotice = { ...NOTICE, target: { kind: 'mail', to: ['press@example.org'] } };

/** Without tokens nothing is sent; what is missing shows how far it came. */
async function codes(owner: string, env: Readonly<Record<string, string>>): Promise<string[]> {
  const made = appChannels(env, 'https://api.github.com', () => Promise.resolve())({
    repository: { owner, repo: 'demo' },
    now: 0 as Instant,
    account: 'acme',
    token: () => Promise.resolve(''),
    clock: () => 0 as Instant,
  });
  const outcomes = [await made.send(NOTICE), await made.send(MAIL)];
  return outcomes.map((outcome) => (outcome.kind === 'failed' ? outcome.code : 'sent'));
}

const BARRED = ['not-for-this-account', 'not-for-this-account'];
const ALLOWED = ['no-token', 'no-server'];

test.each([
  ['the account that owns the App', 'Acme', {}, ALLOWED],
  ['somebody who installed it', 'frank', {}, BARRED],
  ['an account that is named', 'erin', { MESSAGES_FOR: 'dave, ERIN' }, ALLOWED],
  ['one that is not', 'frank', { MESSAGES_FOR: 'dave, erin' }, BARRED],
  ['anybody, when the operator says so', 'frank', { MESSAGES_FOR: '*' }, ALLOWED],
  ['an account without a name', '', {}, BARRED],
])('%s', async (_, owner, env, expected) => {
  expect(await codes(owner, env)).toEqual(expected);
});

test('an App whose owner is not known sends for nobody, and says how to change that', async () => {
  const outcome = await appChannels({}, 'https://api.github.com', () => Promise.resolve())({
    repository: { owner: 'acme', repo: 'demo' },
    now: 0 as Instant,
    account: undefined,
    token: () => Promise.resolve(''),
    clock: () => 0 as Instant,
  }).send(NOTICE);
  expect(outcome).toMatchObject({
    line: 'This App sends no messages for acme: its operator can add that account to MESSAGES_FOR.',
    certain: true,
  });
});
