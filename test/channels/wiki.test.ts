// The wiki: our block alone changes, whoever writes meanwhile loses nothing, and no token is anywhere to be seen.
import { chmod, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { randomBytes } from 'node:crypto';
import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { createServer } from 'node:net';
import type { AddressInfo, Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inspect } from 'node:util';
import * as fc from 'fast-check';
import { pageFile } from '../../src/channels/wiki/page-file.ts';
import { renderWiki } from '../../src/channels/wiki/render.ts';
import { type WikiBlock, writePage } from '../../src/channels/wiki/write-page.ts';
import type { WikiPlace } from '../../src/channels/wiki/git.ts';
import type { SendOutcome } from '../../src/domain/notice.ts';
import { instant } from '../support/runs.ts';
import { captureOutput } from './capture-output.ts';
import { type WikiServer, startWikiServer } from '../../sandbox/wiki/start.ts';
import { anyText } from '../support/any-text.ts';

const CANARY = 'ghs_canary5up3r';
const SECRETS = [CANARY, Buffer.from(`x-access-token:${CANARY}`).toString('base64').slice(0, 20)];
const NOW = instant('2020-03-10T09:00:00Z');
const AUTHOR = { name: 'relcomms[bot]', email: 'relcomms[bot]@users.noreply.github.com' };
const BLOCK = { page: 'Release v1.18.0', block: 'dates', text: 'RC1 is on **17 Mar**.', why: 'RC1 moved' };
const FILE = 'Release-v1.18.0.md';
const OURS = [
  '<!-- relcomms:begin dates 3 -->',
  '',
  'RC1 is on **17 Mar**.',
  '',
  '<!-- relcomms:end dates -->',
];

const { env } = process;

let directory: string;

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'relcomms-test-'));
});

afterAll(() => rm(directory, { recursive: true, force: true }));

/** Writes and holds that nothing told a secret and nothing was left on the disk. */
async function attempt(
  place: Omit<WikiPlace, 'env'>,
  block: WikiBlock = BLOCK,
  given = env,
): Promise<SendOutcome> {
  const output = captureOutput();
  const outcome = await writePage(
    { ...place, directory, env: { ...given, GIT_TRACE: '1' } },
    AUTHOR,
    block,
    NOW,
  );
  const told = output.end() + inspect(outcome, { depth: 9 });
  for (const secret of SECRETS) expect(told).not.toContain(secret);
  expect(await readdir(directory)).toEqual([]);
  return outcome;
}

function noise(count: number): string {
  return randomBytes(count).toString('base64');
}

describe('a wiki with a token', () => {
  let wiki: WikiServer;
  let place: Omit<WikiPlace, 'env'>;
  beforeEach(async () => {
    wiki = await startWikiServer({ token: CANARY });
    place = { url: wiki.url, protocol: 'http', token: CANARY };
  });
  afterEach(() => wiki.close());

  test('our block goes, with a page that has nothing else, and a second time nothing changes', async () => {
    const gone = { ...BLOCK, text: undefined, why: 'relcomms is removed' };
    await wiki.write({ 'Home.md': 'Hello' });
    await attempt(place);
    expect(await attempt(place, gone)).toMatchObject({ kind: 'done' });
    expect((await wiki.pages()).map(({ file }) => file)).toEqual(['Home.md']);
    await wiki.write({ [FILE]: `Mine.\n\n${OURS.join('\n')}\n` });
    expect(await attempt(place, gone)).toMatchObject({ kind: 'done' });
    expect(await wiki.read(FILE)).toBe('Mine.\n');
    expect(await attempt(place, gone)).toMatchObject({ kind: 'done', already: true });
  });

  test('a page is made, changed only when the words change, and people keep every byte', async () => {
    await wiki.write({ 'Home.md': 'Hello' });
    const made = await attempt(place);
    expect(made).toMatchObject({ kind: 'done', sent: { place: 'Release v1.18.0' } });
    expect(await wiki.read(FILE)).toBe(`${OURS.join('\n')}\n`);
    expect(await wiki.history()).toEqual(['relcomms[bot]: RC1 moved', 'alice: By hand']);
    const human = `# Ours \t\r\n\r\n${OURS.join('\r\n')}\r\nno line end`;
    await wiki.write({ [FILE]: human });
    const requests = wiki.requests.length;
    expect(await attempt(place)).toMatchObject({ kind: 'done', already: true });
    expect(wiki.requests.slice(requests).filter((one) => one.includes('receive-pack'))).toEqual([]);
    expect(await attempt(place, { ...BLOCK, text: 'RC1 is out.' })).not.toHaveProperty('already');
    expect(await wiki.read(FILE)).toBe(human.replace('RC1 is on **17 Mar**.', 'RC1 is out.'));
    expect(await wiki.read('Home.md')).toBe('Hello');
  });

  test('one that is too large is left alone, whether in one file or in many', async () => {
    await wiki.write({ 'Home.md': 'Hello', 'Large.md': noise(3_000_000) });
    expect(await attempt({ ...place, mostBytes: 2_000_000 })).toMatchObject({
      kind: 'failed',
      code: 'too-large',
      certain: true,
    });
    expect(wiki.requests.filter((one) => one.includes('receive-pack'))).toEqual([]);
    expect(await attempt({ ...place, mostBytes: 8_000_000 })).toMatchObject({ kind: 'done' });
    const many = Object.fromEntries(
      Array.from({ length: 300 }, (_, index) => [`p${index}.md`, noise(30_000)]),
    );
    await wiki.write(many);
    expect(await attempt({ ...place, mostBytes: 8_000_000 })).toMatchObject({ code: 'too-large' });
  });

  test('what a person writes between fetch and push is kept, on the same page too', async () => {
    await wiki.write({ [FILE]: 'mine\n' });
    let raced = 0;
    wiki.beforePush = async () => {
      raced += 1;
      if (raced <= 2) await wiki.write({ [FILE]: `mine ${raced}\n`, [`Other-${raced}.md`]: 'other' });
    };
    expect(await attempt(place)).toMatchObject({ kind: 'done' });
    expect(raced).toBe(3);
    expect(await wiki.read(FILE)).toBe(`mine 2\n\n${OURS.join('\n')}\n`);
    expect(await wiki.read('Other-2.md')).toBe('other');
    expect(await wiki.history()).toEqual([
      'relcomms[bot]: RC1 moved',
      ...Array<string>(3).fill('alice: By hand'),
    ]);
  });

  test('three lost races are left to the next run', async () => {
    await wiki.write({ [FILE]: 'mine\n' });
    let raced = 0;
    wiki.beforePush = async () => {
      raced += 1;
      await wiki.write({ [FILE]: `mine ${raced}\n` });
    };
    expect(await attempt(place)).toEqual({
      kind: 'failed',
      code: 'busy',
      line: 'Others changed the wiki three times in the same moment: the next run tries again.',
      certain: true,
    });
    expect(raced).toBe(3);
    expect(await wiki.read(FILE)).toBe('mine 3\n');
  });

  test('a wiki without a page, a wrong token and a wrong address are told with their mends', async () => {
    expect(await attempt(place)).toMatchObject({
      code: 'no-wiki',
      line: expect.stringContaining('write its first page by hand') as string,
    });
    expect(await attempt({ ...place, url: wiki.url.replace('demo', 'none') })).toMatchObject({
      code: 'no-wiki',
    });
    expect(await attempt({ ...place, token: `wrong-${CANARY}` })).toMatchObject({ code: 'denied' });
    expect(await attempt({ ...place, token: undefined })).toMatchObject({ code: 'denied' });
    const hidden = wiki.url.replace('//', `//x-access-token:${CANARY}@`);
    for (const url of [
      hidden,
      `ext::sh -c id ${CANARY}`,
      '--upload-pack=id',
      '/etc',
      'ssh://git@127.0.0.1/x',
      '',
    ])
      // oxlint-disable-next-line no-await-in-loop -- a handful
      expect(await attempt({ ...place, url })).toMatchObject({ code: 'bad-address' });
    expect(await attempt({ url: wiki.url })).toMatchObject({ code: 'bad-address' });
  });

  test('neither token nor text is in the arguments of git or of what it starts', async () => {
    await wiki.write({ 'Home.md': 'Hello' });
    const folder = await mkdtemp(join(tmpdir(), 'relcomms-test-argv-'));
    const log = join(folder, 'argv');
    const script = `#!/bin/sh\nprintf '%s\\n' "$*" >> '${log}'\nPATH='${env['PATH']}' exec git "$@"\n`;
    await writeFile(join(folder, 'git'), script);
    await chmod(join(folder, 'git'), 0o755);
    expect(await attempt(place, BLOCK, { ...env, PATH: `${folder}:${env['PATH']}` })).toMatchObject({
      kind: 'done',
    });
    const argv = await readFile(log, 'utf8');
    expect(argv).toContain('push --porcelain');
    for (const secret of [...SECRETS, 'RC1']) expect(argv).not.toContain(secret);
    await rm(folder, { recursive: true });
  });

  test('a page that is a link or no text is left alone; no name leaves the wiki', async () => {
    await wiki.write({ 'Home.md': 'Hello' });
    const blob = (await wiki.git(['hash-object', '-w', '--stdin'], '/etc/passwd')).trim();
    await wiki.git(['read-tree', 'master']);
    await wiki.git(['update-index', '--add', '--cacheinfo', `120000,${blob},${FILE}`]);
    const commit = await wiki.git([
      'commit-tree',
      (await wiki.git(['write-tree'])).trim(),
      '-p',
      'master',
      '-m',
      'link',
    ]);
    await wiki.git(['update-ref', 'refs/heads/master', commit.trim()]);
    expect(await attempt(place)).toMatchObject({ code: 'bad-page' });
    expect(await attempt(place, { ...BLOCK, page: '../..' })).toMatchObject({ code: 'bad-page' });
    expect(await attempt(place, { ...BLOCK, page: '../../etc/passwd' })).toMatchObject({ kind: 'done' });
    expect((await wiki.git(['ls-tree', '-r', '--name-only', 'master'])).trim().split('\n')).toEqual(
      [FILE, 'Home.md', 'etc-passwd.md'].toSorted(),
    );
  });
});

test('a page that changes costs four runs of git, one that says it already two', async () => {
  const wiki = await startWikiServer();
  await wiki.write({ 'Home.md': 'Hello' });
  const place = { url: wiki.fileUrl, protocol: 'file' as const };
  const runs = async (): Promise<number> => {
    let count = 0;
    const counting = (): void => void (count += 1);
    subscribe('child_process', counting);
    expect(await attempt(place)).toMatchObject({ kind: 'done' });
    unsubscribe('child_process', counting);
    return count;
  };
  expect([await runs(), await runs()]).toEqual([4, 2]);
  await wiki.close();
});

test('a wiki that takes no push is told', async () => {
  const wiki = await startWikiServer({ mayPush: false });
  await wiki.write({ 'Home.md': 'Hello' });
  expect(await attempt({ url: wiki.url, protocol: 'http' })).toMatchObject({ code: 'denied', certain: true });
  // Over a file address the hooks of the repository run, and ours do not.
  await writeFile(join(new URL(wiki.fileUrl).pathname, 'hooks/pre-receive'), '#!/bin/sh\nexit 1\n');
  await chmod(join(new URL(wiki.fileUrl).pathname, 'hooks/pre-receive'), 0o755);
  expect(await attempt({ url: wiki.fileUrl, protocol: 'file' })).toMatchObject({ code: 'declined' });
  await wiki.close();
});

test('no git, no answer and nobody there are told', async () => {
  const sockets: Socket[] = [];
  const silent = createServer((socket) => sockets.push(socket));
  await new Promise<void>((resolve) => {
    silent.listen(0, '127.0.0.1', resolve);
  });
  const url = `http://127.0.0.1:${(silent.address() as AddressInfo).port}/demo.wiki.git`;
  const place = { url, protocol: 'http' as const, token: CANARY };
  expect(await attempt(place, BLOCK, { ...env, PATH: '/nowhere' })).toMatchObject({ code: 'no-git' });
  expect(await attempt({ ...place, timeout: 500 })).toMatchObject({ code: 'timeout', certain: true });
  for (const socket of sockets) socket.destroy();
  await new Promise<void>((resolve) => {
    silent.close(() => resolve());
  });
  expect(await attempt(place)).toMatchObject({ code: 'no-connection', certain: true });
});

test('a title is one name of a file, whatever it is', () => {
  expect(pageFile('Release v1.18.0')).toBe('Release-v1.18.0.md');
  expect(pageFile('SoS MagicBox: 1.10 / Über')).toBe('SoS-MagicBox-1.10-Über.md');
  for (const title of ['', '..', '///', '\u202e', '--', ' . ']) expect(pageFile(title)).toBeUndefined();
  const title = fc.oneof(
    anyText(),
    fc
      .array(fc.constantFrom('..', '/', '\\', '.git', '-', '\0', '\n', ':', 'a', '%2e'))
      .map((some) => some.join('')),
  );
  fc.assert(
    fc.property(title, (text) => {
      expect(pageFile(text) ?? 'none.md').toMatch(/^[^.\-/\\:*?"<>|#%\s][^/\\:*?"<>|#%\s]*\.md$/);
    }),
  );
});

test('a notice becomes a section without mentions', () => {
  const text = renderWiki({
    title: 'Dates of v1.18.0 @alice',
    lines: [
      {
        parts: [
          { kind: 'text', text: 'See ' },
          { kind: 'link', text: 'it', url: 'https://a.example' },
        ],
      },
      {
        item: true,
        parts: [
          { kind: 'strong', text: 'RC1' },
          { kind: 'mention', name: '@bob', slack: 'U1' },
        ],
      },
      { item: true, parts: [{ kind: 'text', text: '<!-- relcomms:end dates -->' }] },
    ],
  });
  expect(text).toBe(
    [
      '## Dates of v1.18.0 @&#8203;alice',
      '',
      'See [it](<https://a.example>)',
      '',
      '- **RC1**@&#8203;bob',
      String.raw`- &lt;!-- relcomms:end dates --&gt;`,
    ].join('\n'),
  );
});
