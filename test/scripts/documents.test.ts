// What is generated from the folders of the duties is fresh, and says what they say.
import { readFileSync } from 'node:fs';
import { load } from 'js-yaml';
import type { AnyDuty } from '../../src/duties/duty.ts';
import { DUTIES } from '../../src/duties/index.ts';
import { alignedTable } from '../../scripts/generate/aligned-table.ts';
import { allPermissions, appManifest } from '../../scripts/generate/app-manifest.ts';
import { documents } from '../../scripts/generate/documents.ts';
import type { DutyFolder } from '../../scripts/generate/duty-folder.ts';
import { fill } from '../../scripts/generate/fill.ts';
import { permissionTable } from '../../scripts/generate/permission-table.ts';
import { carriedTable, requirementTable } from '../../scripts/generate/requirements.ts';

const files = documents();

test.each(Object.keys(files))('%s is fresh (npm run generate writes it)', (path) => {
  expect(readFileSync(path, 'utf8')).toBe(files[path]);
});

test('every duty with a folder has a page with its laws and its files', () => {
  const pages = Object.keys(files).filter((path) => path.startsWith('src/duties/'));
  const folders = DUTIES.filter(({ section }) => section === undefined).map(({ name }) => name);
  expect(pages.toSorted()).toEqual(folders.map((name) => `src/duties/${name}/README.md`).toSorted());
  for (const page of pages) expect(files[page]).toContain('\n## Laws\n');
});

describe('a page between markers', () => {
  const page = 'before\n<!-- generated:x -->\nold\n<!-- /generated:x -->\nafter\n';

  test('changes there and nowhere else, and once', () => {
    const filled = fill(page, 'x', 'new\n');
    expect(filled).toBe('before\n<!-- generated:x -->\n\nnew\n\n<!-- /generated:x -->\nafter\n');
    expect(fill(filled, 'x', 'new')).toBe(filled);
  });

  test('without a marker is a mistake', () => {
    expect(() => fill(page, 'y', 'new')).toThrow('the page has no place for y');
  });
});

test('columns are as wide as their widest cell', () => {
  expect(alignedTable(['a', 'long'], [['word', 'b']])).toBe(
    '| a    | long |\n| ---- | ---- |\n| word | b    |',
  );
});

describe('rights and webhooks', () => {
  const duties = [
    { name: 'a', wakesOn: ['push'], permissions: [{ rights: { pages: 'read' }, for: 'one', without: 'x' }] },
    {
      name: 'b',
      wakesOn: ['installation', 'fork'],
      permissions: [
        { rights: { pages: 'write' }, for: 'two', without: 'y' },
        { rights: {}, name: 'a right of people', for: 'three', without: 'z' },
      ],
    },
  ] as unknown as readonly AnyDuty[];

  test('the manifest asks for as much as somebody needs, once, and says why', () => {
    const text = appManifest('name: x\ndefault_permissions:\n  old: write\n', duties);
    const manifest = load(text) as { name: string; default_permissions: object; default_events: string[] };
    expect(manifest.name).toBe('x');
    expect(manifest.default_permissions).toMatchObject({ pages: 'write', metadata: 'read' });
    expect(manifest.default_permissions).not.toHaveProperty('old');
    expect(manifest.default_events).toEqual(['fork', 'issue_comment', 'pull_request', 'push']);
    expect(text).toContain('  # read: one\n  # write: two\n  pages: write\n');
  });

  test('the table has them all, those that no manifest can ask for, too', () => {
    const table = permissionTable(allPermissions(duties));
    expect(table).toMatch(/^\| pages: write +\| two +\| y +\|$/m);
    expect(table).toMatch(/^\| a right of people +\| three +\| z +\|$/m);
    expect(table).toMatch(/^\| pull_requests: read, checks: write +\|/m);
  });
});

function folder(name: string, number: string): DutyFolder {
  return {
    name,
    title: name,
    path: `src/duties/${name}`,
    section: name,
    carries: [{ number, how: 'fills it', proof: 'test/a.test.ts' }],
    files: '',
  };
}

describe('requirements', () => {
  const asked = [{ number: 'Y8', asks: 'A sheet', carriers: ['task p/sheet'], planned: 'sheets' }];
  test('a checklist line reminds; a duty that is proven acts, by itself or when it is on', () => {
    const stateWith = (folders: readonly DutyFolder[], on: readonly string[]) =>
      / \| ([^|]+?) +\|$/.exec(requirementTable(asked, folders, on))?.[1];
    expect(stateWith([], [])).toBe('reminds, more is planned');
    expect(stateWith([folder('sheets', 'Y8')], ['sheets'])).toBe('acts');
    expect(stateWith([folder('sheets', 'Y8')], [])).toBe('acts when on');
    const unproven = { ...folder('sheets', 'Y8'), carries: [{ number: 'Y8', how: 'fills it' }] };
    expect(stateWith([unproven], ['sheets'])).toBe('reminds');
    expect(requirementTable([{ ...asked[0], carriers: ['cycle p'] } as never], [], [])).toContain('| shows');
  });

  test('a duty tells what it does, and can not carry what nobody asks', () => {
    expect(carriedTable(asked, [folder('sheets', 'Y8')])).toContain(
      '| sheets | Y8     | fills it     | [a](../test/a.test.ts) |',
    );
    expect(() => carriedTable(asked, [folder('sheets', 'Y99')])).toThrow('nobody asks Y99: fills it');
  });
});
