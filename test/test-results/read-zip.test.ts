// Zip artifacts: what is in them, and those that nobody should open.
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ZIP_LIMITS } from '../../src/test-results/limits.ts';
import { readZip } from '../../src/test-results/read-zip.ts';
import { placesIn } from '../../src/test-results/zip-places.ts';
import { junitXml } from '../support/junit-xml.ts';
import { type ZipEntry, zip } from '../support/zip.ts';

const one = (name: string, result: 'passed' | 'failed' = 'passed') =>
  junitXml([{ suite: 's', name, result }]);

/** Names of the tests that were read, and what was not. */
async function read(entries: readonly ZipEntry[], limits = {}) {
  const { tests, unread } = await readZip(zip(entries), { ...ZIP_LIMITS, ...limits });
  return { names: tests.map(({ name }) => name), unread };
}

test('the XML files of an archive are read, and nothing else of it', async () => {
  expect(
    await read([
      { name: 'logs/output.txt', content: '<testsuite>' },
      { name: 'reports/', content: '' },
      { name: 'reports/a.xml', content: one('a') },
      { name: 'reports/B.XML', content: one('b') },
      { name: 'coverage.xml', content: '<coverage/>' },
    ]),
  ).toEqual({ names: ['a', 'b'], unread: [] });
});

test('a test that failed in one of the files failed', async () => {
  const { tests } = await readZip(
    zip([
      { name: 'linux.xml', content: one('a') },
      { name: 'windows.xml', content: one('a', 'failed') },
      { name: 'again.xml', content: one('a') },
    ]),
  );
  expect(tests).toMatchObject([{ suite: 's', name: 'a', result: 'failed' }]);
});

test('a file on disk is read as well, and nothing appears beside it', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'relcomms-zip-'));
  try {
    const path = join(folder, 'results.zip');
    await writeFile(path, zip([{ name: 'a.xml', content: one('a') }]));
    expect((await readZip(path)).tests).toHaveLength(1);
    expect(await readdir(folder)).toEqual(['results.zip']);
    const { unread } = await readZip(join(folder, 'none.zip'));
    expect(unread).toEqual([expect.stringMatching(/^The archive is not used: ENOENT.*\. Check that/)]);
  } finally {
    await rm(folder, { recursive: true });
  }
});

test('one bad file is named, the others are read', async () => {
  const { names, unread } = await read([
    { name: 'a.xml', content: one('a') },
    { name: 'b.xml', content: one('b').slice(0, 90) },
    { name: 'c.xml', content: one('c'), encrypted: true },
    { name: 'd.xml', content: one('d'), method: 99 },
    { name: 'e.xml', content: one('e') },
  ]);
  expect(names).toEqual(['a', 'e']);
  expect(unread).toEqual([
    expect.stringMatching(/^b\.xml:\d+:\d+ is not sound XML \(unclosed tag: testsuite\)\. /),
    'c.xml is encrypted. Upload it without a password.',
    'd.xml is packed in a way that is not known. Upload the XML files as an artifact of their own.',
  ]);
});

test.each([
  '../a.xml',
  'x/../../a.xml',
  '/etc/a.xml',
  String.raw`..\a.xml`,
  'C:/a.xml',
  String.raw`C:\a.xml`,
])('an archive with the name %s is not used at all', async (name) => {
  const { names, unread } = await read([
    { name: 'good.xml', content: one('a') },
    { name, content: one('b') },
  ]);
  expect(names).toEqual([]);
  expect(unread).toEqual([expect.stringMatching(/^The archive is not used: .*(path|characters)/)]);
});

const BOMB = `<testsuite>${' '.repeat(3_000_000)}</testsuite>`;

test.each<[string, readonly ZipEntry[], object, RegExp]>([
  [
    'an entry that swells',
    [{ name: 'a.xml', content: BOMB }],
    { bytes: 1_000_000 },
    /^a\.xml is larger than 1 MB\. /,
  ],
  [
    'an entry that swells beyond what it claims',
    [{ name: 'a.xml', content: BOMB, claims: 100 }],
    {},
    /^a\.xml can't be unpacked \(too many bytes in the stream/,
  ],
  [
    'entries that swell together',
    [
      { name: 'a.xml', content: BOMB },
      { name: 'b.xml', content: BOMB },
    ],
    { total: 5_000_000 },
    /^The archive holds more than 5 MB unpacked\. /,
  ],
  [
    'too many entries',
    Array.from({ length: 11 }, (_, index) => ({ name: `${index}.txt`, content: '' })),
    { entries: 10 },
    /^The archive has more than 10 entries\. /,
  ],
  [
    'too many tests',
    [
      { name: 'a.xml', content: one('a') },
      { name: 'b.xml', content: one('b') },
    ],
    { tests: 1 },
    /^The archive has more than 1 tests\. /,
  ],
])('%s', async (_, entries, limits, expected) => {
  expect(await read(entries, limits)).toEqual({ names: [], unread: [expect.stringMatching(expected)] });
});

// One packed entry that is listed again and again would be unpacked as often.
test.each<[string, readonly ZipEntry[]]>([
  [
    'the same bytes twice',
    [
      { name: 'a.xml', content: one('a') },
      { name: 'b.xml', content: one('a'), within: 0 },
    ],
  ],
  [
    'one that begins where another does, and is none that is read',
    [
      { name: 'a.txt', content: one('a') },
      { name: 'b.xml', content: one('b') },
      { name: 'c.xml', content: one('a').slice(0, 50), within: 0 },
    ],
  ],
])('an archive with entries within one another is not used: %s', async (_, entries) => {
  expect(await read(entries)).toEqual({
    names: [],
    unread: [
      'The archive holds entries within one another. Upload the XML files as an artifact of their own.',
    ],
  });
});

test.each<[string, readonly (readonly [begin: number, size: number])[], boolean]>([
  [
    'side by side',
    [
      [0, 70],
      [100, 70],
      [200, 70],
    ],
    true,
  ],
  [
    'in any order',
    [
      [200, 70],
      [0, 70],
      [100, 70],
    ],
    true,
  ],
  [
    'the end of one in the next',
    [
      [0, 71],
      [100, 10],
    ],
    false,
  ],
  [
    'one over all',
    [
      [100, 10],
      [0, 260],
    ],
    false,
  ],
  ['beyond the end', [[0, 271]], false],
  ['before the beginning', [[-1, 10]], false],
])('entries %s', (_, entries, expected) => {
  const takes = placesIn(300);
  const taken = entries.map(([begin, compressedSize]) =>
    takes({ relativeOffsetOfLocalHeader: begin, compressedSize }),
  );
  expect(taken.every(Boolean)).toBe(expected);
});

test.each<[string, Buffer]>([
  ['empty', Buffer.alloc(0)],
  ['no archive', Buffer.from(one('a'))],
  ['broken off', zip([{ name: 'a.xml', content: one('a') }]).subarray(0, 100)],
])('%s', async (_, bytes) => {
  expect(await readZip(bytes)).toEqual({
    tests: [],
    unread: [expect.stringMatching(/^The archive is not used: .+\. Check that it was uploaded whole\.$/)],
  });
});
