// Mail: what is sent arrives as text and HTML, says who it is, can't be injected into, and failures have their mends.
import { createServer } from 'node:net';
import type { AddressInfo, Socket } from 'node:net';
import { inspect } from 'node:util';
import * as fc from 'fast-check';
import { renderMail } from '../../src/channels/mail/render.ts';
import { sendMail } from '../../src/channels/mail/send.ts';
import { type MailSettings, mailSettings } from '../../src/channels/mail/settings.ts';
import type { NoticePart, SendOutcome } from '../../src/domain/notice.ts';
import { type EmbeddedMailServer, startMailServer } from '../../sandbox/mail-server/start.ts';
import { instant } from '../support/runs.ts';
import { captureOutput } from './capture-output.ts';
import { anyText } from '../support/any-text.ts';

const CANARY = 'canary-p4ss-91c2';
const NOW = instant('2020-03-10T09:00:00Z');
const NOTICE = {
  key: 'v1.18.0/deadlines/rc1/mail',
  title: 'RC1 of v1.18.0 is due on Tue 17 Mar 2020',
  lines: [
    {
      parts: [
        { kind: 'text', text: 'See ' },
        { kind: 'link', text: 'the <schedule>', url: 'https://github.com/acme/demo/issues/1?a=1&b=2' },
        { kind: 'text', text: ' and ' },
        { kind: 'link', text: 'not this', url: 'javascript:alert(1)' },
        { kind: 'mention', name: 'alice' },
      ] as readonly NoticePart[],
    },
    { item: true, parts: [{ kind: 'text', text: 'one' }] as readonly NoticePart[] },
    { item: true, parts: [{ kind: 'strong', text: 'two & três' }] as readonly NoticePart[] },
  ],
};

function settings(url: string, from = 'relcomms <bot@acme.example>'): MailSettings {
  const read = mailSettings({ SMTP_URL: url, SMTP_FROM: from });
  if ('kind' in read) throw new Error(read.line);
  return read;
}

const withPassword = (url: string, pass = CANARY): string => url.replace('//', `//bot:${pass}@`);

describe('on the embedded mail server', () => {
  let server: EmbeddedMailServer;
  beforeAll(async () => {
    server = await startMailServer({ refuses: ['gone@acme.example', 'lost@acme.example'] });
  });
  beforeEach(() => server.reset());
  afterAll(() => server.close());

  const send = (to: readonly string[], notice = NOTICE): Promise<SendOutcome> =>
    sendMail(settings(server.url), notice, to, NOW);

  test('a notice arrives as text and as HTML, and says that a machine wrote it', async () => {
    const outcome = await send(['team@acme.example', 'press@acme.example']);
    const [mail] = server.mails;
    expect(outcome).toEqual({ kind: 'done', sent: { place: '2 recipients', id: mail?.messageId } });
    expect(mail).toMatchObject({
      from: 'bot@acme.example',
      to: ['team@acme.example', 'press@acme.example'],
      subject: NOTICE.title,
    });
    expect(mail?.headers).toMatchObject({
      from: 'relcomms <bot@acme.example>',
      'list-id': '<relcomms.acme.example>',
      'auto-submitted': 'auto-generated',
      date: 'Tue, 10 Mar 2020 09:00:00 +0000',
    });
    expect(mail?.text).toContain(
      'See the <schedule> <https://github.com/acme/demo/issues/1?a=1&b=2> and not thisalice\n- one\n- two & três\n',
    );
    expect(mail?.html).toContain(
      '<p>See <a href="https://github.com/acme/demo/issues/1?a=1&amp;b=2">the &lt;schedule&gt;</a> and not thisalice</p>\n<ul>\n<li>one</li>\n<li><strong>two &amp; três</strong></li>\n</ul>',
    );
  });

  test('the same notice has the same id, another one has another', async () => {
    await send(['team@acme.example']);
    await send(['team@acme.example']);
    await send(['team@acme.example'], { ...NOTICE, key: 'v1.18.0/deadlines/rc2/mail' });
    const [first, second, third] = server.mails.map(({ messageId }) => messageId);
    expect(first).toMatch(/^<[0-9a-f]{40}@acme\.example>$/);
    expect(second).toBe(first);
    expect(third).not.toBe(first);
  });

  test('recipients that are refused are told, one or all of them', async () => {
    expect(await send(['team@acme.example', 'gone@acme.example'])).toMatchObject({
      kind: 'done',
      detail: 'The mail server refused 1 of 2 recipients: correct the addresses.',
    });
    expect(server.mails.map(({ to }) => to)).toEqual([['team@acme.example']]);
    expect(await send(['gone@acme.example', 'lost@acme.example'])).toEqual({
      kind: 'failed',
      code: 'recipients-refused',
      line: 'The mail server refuses all recipients with 550: correct the addresses.',
      certain: true,
    });
  });

  test('nothing in title, key or address makes a header or a recipient', async () => {
    const attack = 'Hi\r\nBcc: eve@evil.example\r\n\r\nbody';
    await send(['team@acme.example'], {
      key: attack,
      title: attack,
      lines: [{ parts: [{ kind: 'text', text: attack }] }],
    });
    const [mail] = server.mails;
    expect(mail?.to).toEqual(['team@acme.example']);
    expect(mail?.headers).not.toHaveProperty('bcc');
    expect(mail?.subject).toBe('Hi Bcc: eve@evil.example body');
    for (const address of [
      'a@b.example, eve@evil.example',
      'a@b.example\r\nBcc: x@y.example',
      '<a@b.example>',
      'a b@c.example',
      '"a"@b.example',
      'a@b.example;x@y.example',
      '@',
      '',
    ])
      // oxlint-disable-next-line no-await-in-loop -- a handful
      expect(await send(['team@acme.example', address])).toMatchObject({
        kind: 'failed',
        code: 'bad-address',
      });
    expect(await send([])).toMatchObject({ code: 'bad-address' });
    expect(server.mails).toHaveLength(1);
  });
});

async function attempt(url: string, timeout?: number): Promise<SendOutcome> {
  const output = captureOutput();
  const outcome = await sendMail(settings(url), NOTICE, ['team@acme.example'], NOW, timeout);
  const told = output.end() + inspect(outcome, { depth: 9 });
  expect(told).not.toContain(CANARY);
  expect(told).not.toContain(Buffer.from(CANARY).toString('base64').slice(0, 12));
  return outcome;
}

describe('a mail server that refuses', () => {
  test('a wrong password is told, a right one sends', async () => {
    const server = await startMailServer({ auth: { user: 'bot', pass: CANARY } });
    expect(await attempt(withPassword(server.url))).toMatchObject({ kind: 'done' });
    for (const url of [withPassword(server.url, `wrong-${CANARY}`), server.url])
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      expect(await attempt(url)).toEqual({
        kind: 'failed',
        code: 'auth',
        line: expect.stringContaining('SMTP_URL') as string,
        certain: true,
      });
    expect(server.mails).toHaveLength(1);
    await server.close();
    expect(await attempt(withPassword(server.url))).toMatchObject({ code: 'no-connection', certain: true });
  });

  test('one that says nothing is given up, one that breaks off in the mail may have taken it', async () => {
    const silent = await listen(() => {});
    expect(await attempt(silent.url, 100)).toMatchObject({ code: 'no-connection', certain: true });
    const breaking = await listen(converse);
    expect(await attempt(breaking.url)).toMatchObject({ code: 'no-answer', certain: false });
    await Promise.all([silent.close(), breaking.close()]);
  });
});

/** A mail server up to the end of the mail, where it hangs up. */
function converse(socket: Socket): void {
  socket.write('220 here\r\n');
  let data = false;
  socket.on('data', (chunk) => {
    const text = String(chunk);
    if (data && text.endsWith('\r\n.\r\n')) socket.destroy();
    else if (text.startsWith('DATA')) {
      data = true;
      socket.write('354 go on\r\n');
    } else if (!data) socket.write('250 good\r\n');
  });
}

async function listen(serve: (socket: Socket) => void): Promise<{ url: string; close(): Promise<void> }> {
  const sockets: Socket[] = [];
  const server = createServer((socket) => {
    sockets.push(socket);
    socket.on('error', () => {});
    serve(socket);
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  return {
    url: `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise<void>((resolve) => {
        for (const socket of sockets) socket.destroy();
        server.close(() => resolve());
      }),
  };
}

test.each([
  [{}, 'SMTP_URL'],
  [{ SMTP_URL: `http://bot:${CANARY}@host`, SMTP_FROM: 'a@b.example' }, 'SMTP_URL is not an address'],
  [{ SMTP_URL: `nonsense ${CANARY}`, SMTP_FROM: 'a@b.example' }, 'SMTP_URL is not an address'],
  [{ SMTP_URL: `smtp://bot:%${CANARY}@host`, SMTP_FROM: 'a@b.example' }, '%25'],
  [{ SMTP_URL: 'smtp://host' }, 'SMTP_FROM'],
  [{ SMTP_URL: 'smtp://host', SMTP_FROM: 'a@b.example\r\nBcc: x@y.example' }, 'SMTP_FROM'],
])('settings %#: told without a secret', (env, words) => {
  const read = mailSettings(env);
  expect(read).toMatchObject({ kind: 'failed', line: expect.stringContaining(words) as string });
  expect(JSON.stringify(read)).not.toContain(CANARY);
});

test('away from this machine nothing goes without TLS', () => {
  expect(settings('smtp://mail.example')).toMatchObject({ port: 587, secure: false, local: false });
  expect(settings('smtps://mail.example')).toMatchObject({ port: 465, secure: true });
});

test('no text makes a tag, an attribute or a further line', () => {
  const text = fc.oneof(
    anyText(),
    fc
      .array(fc.constantFrom('<b>', '"', "'", '&', '\r\n', '</a>', 'javascript:', '\u202e', 'x'))
      .map((some) => some.join('')),
  );
  fc.assert(
    fc.property(text, text, (words, url) => {
      const { subject, html } = renderMail({
        title: words,
        lines: [{ parts: [{ kind: 'link', text: words, url: `https://a.example/${url}` }] }],
      });
      expect(subject).not.toMatch(/[\r\n]/);
      const tags = html.match(/<[^>]*>/g) ?? [];
      expect(
        tags.filter(
          (tag) =>
            !/^<\/?(?:!doctype html|html(?: lang="en")?|head|meta charset="utf-8"|title|body|h1|p|a|a href="https:\/\/a\.example\/[^"<>\s]*")>$/.test(
              tag,
            ),
        ),
      ).toEqual([]);
    }),
    { numRuns: 200 },
  );
});
