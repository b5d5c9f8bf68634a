// Which files the patterns of the input `junit` name.
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { findFiles } from '../../src/action/find-files.ts';

const FILES = [
  'a.xml',
  'reports/a.xml',
  'reports/b.xml',
  'reports/deep/er/c.xml',
  'reports/deep/coverage.xml',
  'reports/notes.txt',
  'reports/.hidden/d.xml',
  'other/a.xml',
  'node_modules/x/a.xml',
  '.git/a.xml',
];

let root: string;
let outside: string;

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'relcomms-find-'));
  outside = await mkdtemp(join(tmpdir(), 'relcomms-outside-'));
  await writeFile(join(outside, 'secret.xml'), '');
  for (const file of FILES) {
    // oxlint-disable-next-line no-await-in-loop -- ten small files
    await mkdir(join(root, dirname(file)), { recursive: true });
    // oxlint-disable-next-line no-await-in-loop -- see above
    await writeFile(join(root, file), '');
  }
  await symlink(outside, join(root, 'reports', 'link'));
  await symlink(join(outside, 'secret.xml'), join(root, 'reports', 'link.xml'));
  await symlink('..', join(root, 'reports', 'up'));
});

afterAll(() => Promise.all([rm(root, { recursive: true }), rm(outside, { recursive: true })]));

test.each<[string[], string[]]>([
  [['a.xml'], ['a.xml']],
  [['./a.xml'], ['a.xml']],
  [['*.xml'], ['a.xml']],
  [['reports/*.xml'], ['reports/a.xml', 'reports/b.xml']],
  [['reports/?.xml'], ['reports/a.xml', 'reports/b.xml']],
  [
    ['reports/**/*.xml', '!**/coverage.xml'],
    ['reports/.hidden/d.xml', 'reports/a.xml', 'reports/b.xml', 'reports/deep/er/c.xml'],
  ],
  [
    ['!reports/a.xml', 'reports/*.xml'],
    ['reports/a.xml', 'reports/b.xml'],
  ],
  [['reports/deep'], ['reports/deep/coverage.xml', 'reports/deep/er/c.xml']],
  [['**/a.xml'], ['a.xml', 'other/a.xml', 'reports/a.xml']],
  [['node_modules/x/*.xml'], ['node_modules/x/a.xml']],
  [
    ['*/a.xml', 'a.xml'],
    ['a.xml', 'other/a.xml', 'reports/a.xml'],
  ],
])('%j', async (patterns, files) => {
  expect(await findFiles(root, patterns)).toEqual({ files, trouble: [], missing: [] });
});

test('a path into the root itself may be written whole', async () => {
  expect((await findFiles(root, [`${root}/reports/*.xml`])).files).toEqual([
    'reports/a.xml',
    'reports/b.xml',
  ]);
});

test.each(['reports/link/*.xml', 'reports/link.xml', 'reports/up/a.xml'])(
  'a symbolic link is not followed: %s',
  async (pattern) => {
    expect(await findFiles(root, [pattern])).toEqual({
      files: [],
      trouble: [`the pattern ${pattern} found no file. Correct it, or let a step before write them.`],
      missing: [],
    });
  },
);

test.each(['../*.xml', '/etc/*.xml', 'reports/../../x.xml', '!../x', '!', '/', 'x'.repeat(5000)])(
  'the pattern %.20s is refused',
  async (pattern) => {
    const { files, trouble, missing } = await findFiles(root, [pattern, 'a.xml']);
    expect(files).toEqual(['a.xml']);
    expect(trouble).toEqual([expect.stringMatching(/leads out of the workspace|names no files/)]);
    expect(missing).toEqual(trouble);
  },
);

test('the search ends at its limits and says so', async () => {
  const files = await findFiles(root, ['**/*.xml'], { files: 2, entries: 100 });
  expect(files.files).toHaveLength(2);
  expect(files.missing).toEqual(['the search ended after 2 files. Narrow the patterns.']);
  const entries = await findFiles(root, ['**/*.xml'], { files: 100, entries: 3 });
  expect(entries.missing).toEqual(['the search ended after 3 entries. Narrow the patterns.']);
});

test('a root that is not there is said', async () => {
  const { missing } = await findFiles(join(root, 'none'), ['*.xml']);
  expect(missing).toEqual([expect.stringMatching(/^the folder .* can't be read\. /)]);
});
