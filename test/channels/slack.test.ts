// Slack: what is sent to the embedded one is there for people, and every refusal becomes one line with its fix.
import { inspect } from 'node:util';
import type { Notice, NoticeLine, SendOutcome, Sent } from '../../src/domain/notice.ts';
import { type SlackWorkspace, slackWorkspace } from '../../src/channels/slack/client.ts';
import { SCOPE_OF } from '../../src/channels/slack/methods.ts';
import { pin, unpin } from '../../src/channels/slack/pin.ts';
import { post } from '../../src/channels/slack/post.ts';
import { readReactions } from '../../src/channels/slack/reactions.ts';
import { renderSlack } from '../../src/channels/slack/render.ts';
import { update } from '../../src/channels/slack/update.ts';
import { type EmbeddedSlack, startSlack } from '../../sandbox/slack/start.ts';
import { type AnsweringServer, startAnsweringServer } from './answering-server.ts';
import { slackTexts } from '../support/slack-text.ts';
import { captureOutput } from './capture-output.ts';

const SCOPES = [...new Set(Object.values(SCOPE_OF).filter((scope) => scope !== undefined))];
const SEED = { workspace: 'acme', channels: ['team-api', 'old'], people: ['alice', 'bob'], scopes: SCOPES };

const line = (text: string): NoticeLine => ({ item: true, parts: [{ kind: 'text', text }] });
const NOTICE: Pick<Notice, 'title' | 'lines'> = {
  title: 'RC1 of v1.18.0 is due on Tue 17 Mar 2020',
  lines: [
    {
      parts: [
        { kind: 'text', text: 'Cherry-picks until then: ' },
        { kind: 'link', text: 'the schedule', url: 'https://github.com/acme/demo/issues/1?a=1&b=2' },
        { kind: 'text', text: ', asks ' },
        { kind: 'mention', name: 'alice', slack: 'U012ABC' },
        { kind: 'mention', name: 'the API team', slack: 'S012ABC' },
        { kind: 'mention', name: 'bob', slack: 'not an id' },
      ],
    },
    line('one <b> & two'),
  ],
};

function open(env: Readonly<Record<string, string>>, waits: number[] = []): SlackWorkspace {
  const wait = async (milliseconds: number): Promise<void> => {
    waits.push(milliseconds);
  };
  const slack = slackWorkspace({ env, wait });
  if ('kind' in slack) throw new Error(slack.line);
  return slack;
}

function sentOf(outcome: SendOutcome): Sent {
  if (outcome.kind !== 'done') throw new Error(outcome.line);
  return outcome.sent;
}

test.each([
  ['no message', []],
  ['more than one', [renderSlack(NOTICE), renderSlack(NOTICE)].flat()],
])(
  '%s is no new text for one that was sent: Slack is not asked, and surely nothing has changed',
  async (_, all) => {
    const slack: SlackWorkspace = { call: () => Promise.reject(new Error('asked')) };
    expect(await update(slack, { place: 'C1', id: '1.1' }, all)).toMatchObject({
      kind: 'failed',
      code: 'msg_too_long',
      certain: true,
    });
  },
);

describe('on the embedded Slack', () => {
  let embedded: EmbeddedSlack;
  let slack: SlackWorkspace;
  beforeAll(async () => {
    embedded = await startSlack(SEED);
    slack = open({ SLACK_API_URL: embedded.apiUrl, SLACK_BOT_TOKEN: embedded.token });
  });
  afterAll(() => embedded.close());

  const channel = async (name: string) => {
    const found = (await embedded.state()).find((one) => one.name === name);
    if (found === undefined) throw new Error(`no ${name}`);
    return found;
  };

  test('a notice is posted, pinned once, answered, changed and reacted to, with the scopes of the manifest', async () => {
    const outcome = await post(slack, '#team-api', renderSlack(NOTICE));
    const sent = sentOf(outcome);
    expect(outcome).not.toHaveProperty('detail');
    expect(sent.link).toContain(`/archives/${sent.place}/p${sent.id.replace('.', '')}`);
    expect(await pin(slack, sent)).toEqual({ kind: 'done', sent });
    expect(await pin(slack, sent)).toEqual({ kind: 'done', sent, already: true });
    const reply = sentOf(
      await post(slack, sent.place, renderSlack({ title: 'It moved', lines: [] }), sent.id),
    );
    await embedded.as('alice', 'reactions.add', { channel: sent.place, timestamp: sent.id, name: 'eyes' });
    expect(await update(slack, sent, renderSlack({ ...NOTICE, title: 'RC1 is out' }))).toEqual({
      kind: 'done',
      sent,
    });
    const reactions = await readReactions(slack, sent);
    expect(reactions).toEqual([{ name: 'eyes', users: [expect.stringMatching(/^U/)] }]);
    const { messages, id } = await channel('team-api');
    expect(id).toBe(sent.place);
    expect(messages).toMatchObject([
      {
        ts: sent.id,
        edited: true,
        pinned: true,
        reactions: [{ name: 'eyes' }],
        replies: [{ ts: reply.id, text: 'It moved.' }],
      },
    ]);
    expect(messages[0]?.text).toBe(
      'RC1 is out. Cherry-picks until then: the schedule, asks alicethe API teambob. one &lt;b&gt; &amp; two.',
    );
    expect(messages[0]?.blocks).toEqual([
      { type: 'header', text: { type: 'plain_text', text: 'RC1 is out', emoji: false } },
      {
        type: 'section',
        text: {
          type: 'mrkdwn',
          verbatim: true,
          text: [
            'Cherry-picks until then: <https://github.com/acme/demo/issues/1?a=1&amp;b=2|the schedule>, asks <@U012ABC><!subteam^S012ABC>bob',
            '• one &lt;b&gt; &amp; two',
          ].join('\n'),
        },
      },
    ]);
  });

  test('a text of several messages is one thread, in order', async () => {
    const lines = Array.from({ length: 400 }, (_, index) => line(`Test ${index} ${'x'.repeat(50)}`));
    const messages = renderSlack({ title: 'Many', lines });
    expect(messages.length).toBeGreaterThan(2);
    const sent = sentOf(await post(slack, '#team-api', messages));
    const posted = (await channel('team-api')).messages.find(({ ts }) => ts === sent.id);
    const texts = [posted, ...(posted?.replies ?? [])].flatMap((one) => slackTexts(one?.blocks ?? []));
    const found = texts.flatMap((text) =>
      [...text.matchAll(/Test (\d+)/g)].map(([, number]) => Number(number)),
    );
    expect(found).toEqual(Array.from({ length: 400 }, (_, index) => index));
    expect(posted?.replies).toHaveLength(messages.length - 1);
  });

  test('an archived channel, one that is not there, and a message that is gone are told with their mends', async () => {
    const { id } = await channel('old');
    const sent = sentOf(await post(slack, '#old', renderSlack(NOTICE)));
    await embedded.as('alice', 'conversations.archive', { channel: id });
    expect(await post(slack, '#old', renderSlack(NOTICE))).toEqual({
      kind: 'failed',
      code: 'is_archived',
      line: 'The channel #old is archived: name another one, or unarchive it.',
      certain: true,
    });
    expect(await post(slack, '#nowhere', renderSlack(NOTICE))).toMatchObject({ code: 'channel_not_found' });
    expect(await update(slack, { ...sent, id: '1.000001' }, renderSlack(NOTICE))).toMatchObject({
      code: 'message_not_found',
    });
  });

  test('a missing scope is told', async () => {
    const few = await startSlack({ ...SEED, scopes: ['chat:write'] });
    const weak = open({ SLACK_API_URL: few.apiUrl, SLACK_BOT_TOKEN: few.token });
    const sent = sentOf(await post(weak, '#team-api', renderSlack(NOTICE)));
    expect(await pin(weak, sent)).toMatchObject({
      code: 'missing_scope',
      line: expect.stringContaining('slack-manifest.yml') as string,
    });
    expect(await readReactions(weak, sent)).toMatchObject({ code: 'missing_scope' });
    await few.close();
  });
});

const error = (code: string) => ({ body: { ok: false, error: code } });

describe('on a Slack that refuses', () => {
  const CANARY = 'xoxb-canary-7d1f0c';
  let server: AnsweringServer;
  beforeAll(async () => {
    server = await startAnsweringServer();
  });
  beforeEach(() => {
    server.asked.length = 0;
  });
  afterAll(() => server.close());

  const env = () => ({ SLACK_API_URL: server.url, SLACK_BOT_TOKEN: CANARY });
  const good = {
    body: { ok: true, channel: 'C1', ts: '1.5', permalink: 'https://acme.slack.com/archives/C1/p15' },
  };
  const postNow = async (waits?: number[]): Promise<SendOutcome> => {
    const output = captureOutput();
    const outcome = await post(open(env(), waits), '#team-api', renderSlack(NOTICE));
    expect(output.end() + inspect(outcome, { depth: 9 })).not.toContain(CANARY);
    return outcome;
  };

  test.each([
    ['not_in_channel', true, 'The bot is not in #team-api: invite it there with /invite.'],
    ['invalid_auth', true, 'Slack rejects the token: put a new bot token into SLACK_BOT_TOKEN.'],
    ['token_revoked', true, 'Slack rejects the token: put a new bot token into SLACK_BOT_TOKEN.'],
    [
      'restricted_action',
      true,
      'The workspace does not let the bot post in #team-api: let an admin allow it.',
    ],
    [
      'ekm_access_denied',
      true,
      'Slack answered ekm_access_denied to chat.postMessage: see the documentation of the method for its meaning.',
    ],
    [
      'internal_error',
      false,
      'Slack answered internal_error to chat.postMessage: check the channel before sending again.',
    ],
    [`Not a code ${CANARY}`, false, 'Slack gave no readable answer: check the channel before sending again.'],
  ])('%s', async (code, certain, words) => {
    server.answers = [error(code)];
    const outcome = await postNow();
    expect(outcome).toMatchObject({ kind: 'failed', certain, line: words });
    expect(server.asked.map(({ authorization }) => authorization)).toEqual([`Bearer ${CANARY}`]);
  });

  test.each([
    ['status 503', { status: 503, body: `oops ${CANARY}` }],
    ['no JSON', { body: '<html>proxy</html>' }],
    ['a broken connection', { drop: true as const }],
    ['no place', { body: { ok: true } }],
  ])('%s: nobody knows whether it was sent, so there is no second try', async (_, answer) => {
    server.answers = [answer];
    expect(await postNow()).toMatchObject({ kind: 'failed', code: 'no-answer', certain: false });
    expect(server.asked).toHaveLength(1);
  });

  test('nobody listens: nothing was sent for sure', async () => {
    const gone = await startAnsweringServer();
    await gone.close();
    const slack = open({ SLACK_API_URL: gone.url, SLACK_BOT_TOKEN: CANARY });
    expect(await post(slack, 'x', renderSlack(NOTICE))).toMatchObject({
      code: 'no-connection',
      certain: true,
    });
  });

  test('it waits as long as Slack says, while there is patience', async () => {
    const limit = (seconds: number) => ({
      status: 429,
      headers: { 'retry-after': String(seconds) },
      body: error('ratelimited').body,
    });
    const waits: number[] = [];
    server.answers = [limit(7), { ...error('ratelimited'), headers: { 'retry-after': '3' } }, good];
    expect(await postNow(waits)).toMatchObject({ kind: 'done', sent: { place: 'C1', id: '1.5' } });
    expect(waits).toEqual([7_000, 3_000]);
    server.answers = [limit(40)];
    expect(await postNow(waits)).toEqual({
      kind: 'failed',
      code: 'ratelimited',
      line: 'Slack asks to wait 40 seconds: the next run tries again.',
      certain: true,
    });
    expect(waits).toEqual([7_000, 3_000, 40_000]);
  });

  test('what Slack finds too long goes in two, the second below the first', async () => {
    server.answers = [error('msg_blocks_too_long'), good, good];
    expect(await postNow()).toMatchObject({ kind: 'done', sent: { id: '1.5' } });
    const posted = server.asked
      .filter(({ path }) => path.endsWith('chat.postMessage'))
      .map(({ body }) => body);
    expect(posted.map((body) => body.get('thread_ts'))).toEqual([null, null, '1.5']);
    const [whole = '', first = '', second = ''] = posted.map((body) =>
      slackTexts(JSON.parse(body.get('blocks') ?? '[]') as unknown[]).join('\n'),
    );
    expect(`${first}\n${second}`).toBe(whole);
    // No header stands alone.
    expect(first).toMatch(/^RC1 of v1.18.0.*\nCherry-picks/);
    for (const body of posted)
      expect(Object.fromEntries(body)).toMatchObject({
        parse: 'none',
        link_names: 'false',
        unfurl_links: 'false',
      });
    server.answers = [error('msg_too_long')];
    expect(await postNow()).toMatchObject({
      code: 'msg_too_long',
      line: 'Slack takes no line as long as one of these: shorten the text.',
    });
  });

  test('a second half that is refused is told beside the receipt of the first', async () => {
    server.answers = [error('msg_too_long'), good, error('is_archived')];
    expect(await postNow()).toMatchObject({
      kind: 'done',
      sent: { id: '1.5' },
      detail: 'Not all of it was sent. The channel C1 is archived: name another one, or unarchive it.',
    });
  });

  test.each(['no_pin', 'message_not_found', 'channel_not_found', 'is_archived'])(
    'a pin that can be no more (%s) needs not be taken off',
    async (code) => {
      const sent = { place: 'C1', id: '1.1' };
      server.answers = [error(code)];
      expect(await unpin(open(env()), sent)).toEqual({ kind: 'done', sent, already: true });
    },
  );

  test('a pin that may not be taken off is told', async () => {
    const sent = { place: 'C1', id: '1.1' };
    server.answers = [error('missing_scope')];
    expect(await unpin(open(env()), sent)).toMatchObject({ kind: 'failed', code: 'missing_scope' });
  });

  test('too many pins are told; a pin that is there is good', async () => {
    const sent = { place: 'C1', id: '1.5' };
    server.answers = [error('too_many_pins')];
    expect(await pin(open(env()), sent)).toMatchObject({ code: 'too_many_pins', certain: true });
    server.answers = [error('already_pinned')];
    expect(await pin(open(env()), sent)).toEqual({ kind: 'done', sent, already: true });
  });
});

function asked(env: Readonly<Record<string, string>>, workspace?: string): string {
  const slack = slackWorkspace({ env, workspace });
  return 'kind' in slack ? slack.line : 'open';
}

test('each workspace has its own token; what is missing or unsafe is told before anything is sent', () => {
  expect(asked({ SLACK_BOT_TOKEN: 'x' })).toBe('open');
  expect(asked({ SLACK_BOT_TOKEN_KYMA_COMMUNITY: 'x' }, 'kyma-community')).toBe('open');
  expect(asked({ SLACK_BOT_TOKEN: 'x' }, 'community')).toContain('SLACK_BOT_TOKEN_COMMUNITY');
  expect(asked({})).toContain('SLACK_BOT_TOKEN');
  for (const url of ['http://slack.example/api/', 'file:///tmp', 'nonsense'])
    expect(asked({ SLACK_BOT_TOKEN: 'x', SLACK_API_URL: url })).toContain('SLACK_API_URL');
});

test('a reaction of the author of a message, which is the bot, is left out', async () => {
  const reactions = [
    { name: 'eyes', users: ['UBOT', 'U1'], count: 2 },
    { name: 'tada', users: ['UBOT'] },
  ];
  const slack = { call: async () => ({ answer: { message: { user: 'UBOT', reactions } } }) };
  expect(await readReactions(slack, { place: 'C1', id: '1.1' })).toEqual([
    { name: 'eyes', users: ['U1'] },
    { name: 'tada', users: [] },
  ]);
});

const fact = (label: string, text: string): NoticeLine => ({
  fact: true,
  parts: [
    { kind: 'strong', text: `${label}:` },
    { kind: 'text', text: ` ${text}` },
  ],
});
const button = (url: string): NoticeLine => ({
  button: true,
  parts: [{ kind: 'link', text: 'Open #12', url }],
});
const blocksOf = (lines: readonly NoticeLine[], title = 'T') =>
  renderSlack({ title, lines }).flatMap(({ blocks }) => blocks);

describe('a notice as blocks', () => {
  test('has a header, at most five facts side by side, and one button', () => {
    const lines = [
      line('first'),
      ...Array.from({ length: 7 }, (_, index) => fact(`F${index}`, `is ${index}`)),
      button('https://a.example/12'),
      button('https://a.example/13'),
    ];
    expect(blocksOf(lines)).toMatchObject([
      { type: 'header', text: { type: 'plain_text', text: 'T', emoji: false } },
      { type: 'section', text: { text: '• first' } },
      { type: 'section', fields: [0, 1, 2, 3, 4].map((index) => ({ text: `*F${index}:*\nis ${index}` })) },
      { type: 'section', text: { text: '• *F5:* is 5\n• *F6:* is 6' } },
      {
        type: 'actions',
        elements: [{ type: 'button', text: { text: 'Open #12' }, url: 'https://a.example/12' }],
      },
      { type: 'section', text: { text: '<https://a.example/13|Open #\u200b12>' } },
    ]);
  });

  test('an address that Slack may not get is words', () => {
    expect(blocksOf([button('http://a.example')]).slice(1)).toMatchObject([
      { type: 'section', text: { text: 'Open #\u200b12' } },
    ]);
  });

  test('a title that is too long for a header is there as a whole as well, and no word is cut', () => {
    const title = `One ${'wordy & '.repeat(40)}end`;
    const [head, whole] = blocksOf([], title);
    expect(head).toMatchObject({
      type: 'header',
      text: { text: expect.stringMatching(/ &amp;…$/) as string },
    });
    expect((head as { text: { text: string } }).text.text.length).toBeLessThanOrEqual(150);
    expect(whole).toMatchObject({ text: { text: expect.stringMatching(/ end\*$/) as string } });
  });

  test('a moment is in the zone of whoever reads it, with UTC beside it', () => {
    const parts: NoticeLine['parts'] = [
      { kind: 'text', text: 'by ' },
      { kind: 'moment', text: 'Tue 23:00 UTC', at: Date.parse('2026-11-10T23:00:00Z') as never },
    ];
    const [message] = renderSlack({ title: 'T', lines: [{ parts }] });
    expect(message?.blocks[1]).toMatchObject({
      text: {
        text: 'by <!date^1794351600^{date_short_pretty} at {time}|Tue 10 Nov 2026, 23:00 UTC> (Tue 23:00 UTC)',
      },
    });
    expect(message?.text).toBe('T. by Tue 23:00 UTC.');
  });

  test('the text for notifications is never cut in a word', () => {
    const words = Array.from({ length: 200 }, (_, index) => `word${index}`);
    const [message] = renderSlack({ title: 'Many', lines: [line(words.join(' '))] });
    const all = (message?.text ?? '').replace(/…$/, '').split(' ');
    expect(message?.text.endsWith('…')).toBe(true);
    expect(all).toEqual(['Many.', ...words].slice(0, all.length));
    expect(all.length).toBeGreaterThan(50);
  });
});
