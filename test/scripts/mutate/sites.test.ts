// What of a source is changed and into what, and what is left alone.
import { EQUIVALENT, knownAs } from '../../../scripts/mutate/equivalent.ts';
import { coreFiles } from '../../../scripts/mutate/core-files.ts';
import { projectFiles } from '../../../scripts/mutate/copy.ts';
import { sample, shareOf } from '../../../scripts/mutate/sample.ts';
import { type Site, mutated, sitesIn } from '../../../scripts/mutate/sites.ts';
import { readFileSync } from 'node:fs';

const FILE = 'src/plan/sample.ts';

function sites(...lines: readonly string[]): Site[] {
  return sitesIn(new Map([[FILE, `${lines.join('\n')}\n`]]));
}

/** What single lines become. */
function becomes(...lines: readonly string[]): string[] {
  return sites(...lines).map(({ to }) => to);
}

test.each([
  ['const a = b === c;', ['const a = b !== c;']],
  ['const a = b !== c;', ['const a = b === c;']],
  ['const a = b < c;', ['const a = b <= c;']],
  ['const a = b <= c;', ['const a = b < c;']],
  ['const a = b > c;', ['const a = b >= c;']],
  ['const a = b >= c;', ['const a = b > c;']],
  ['const a = b && c;', ['const a = b || c;']],
  ['const a = b || c;', ['const a = b && c;']],
  ['const a = b + 1;', ['const a = b + 2;']],
  ['const a = b - 1;', ['const a = b - 2;']],
  ['const a = b ?? [];', ["const a = b ?? ['alice'];"]],
  ['const a = b.some(c);', ['const a = b.every(c);']],
  ['const a = b.every(c);', ['const a = b.some(c);']],
  ['const a = b.filter(c);', ['const a = b.filter(() => true);']],
  ['const a = b.toSorted(c);', ['const a = b.slice();']],
  ['const a = Math.min(b, c);', ['const a = Math.max(b, c);']],
  ['const a = Math.max(b, c);', ['const a = Math.min(b, c);']],
  ['const a = !b;', ['const a = b;']],
  ['const a = { b: true };', ['const a = { b: false };']],
  ['const a = { b: false };', ['const a = { b: true };']],
  ['if (a) b = c;', [';', 'if (false) b = c;']],
  ['const a = b ? c : d;', ['const a = !(b) ? c : d;']],
  ['a.add(b);', [';']],
])('%s', (line, expected) => {
  expect(becomes(line).toSorted()).toEqual(
    expected.map((to) => (to === ';' && line.startsWith('if') ? 'if (a) ;' : to)).toSorted(),
  );
});

test.each([
  ['a string', "const a = 'b === c && !d';"],
  ['the text of a template', 'const a = `b < ${c} || d === e`;'],
  ['a regular expression', 'const a = /b && c || !d === e/;'],
  ['a comment', '// b === c\n/* true && false */'],
  ['a type', 'export type A = B extends true ? false : { readonly b?: true | undefined };'],
  ['an interface', 'interface A<B extends C = D> { b: B | true; c: (d: E) => F }'],
  ['a cast', 'const a = b as true;'],
  ['an import', "import { a } from './b.ts';"],
  ['words put together', "const a = b + 'c';"],
])('%s is left alone', (_, text) => {
  expect(becomes(text)).toEqual([]);
});

test('code inside of a template is changed', () => {
  expect(becomes('const a = `b < ${c === d}`;')).toEqual(['const a = `b < ${c !== d}`;']);
});

test('a mutation names its line, and changes nothing else', () => {
  const text = ['// Ä', 'const a = 1;', '  return a < 2 && a < 2;', ''].join('\n');
  const found = sitesIn(new Map([[FILE, text]]));
  expect(found).toHaveLength(3);
  expect(found[0]).toMatchObject({
    file: FILE,
    line: 3,
    from: 'return a < 2 && a < 2;',
    to: 'return a <= 2 && a < 2;',
  });
  expect(found.map((site) => mutated(text, site).split('\n')[2])).toEqual([
    '  return a <= 2 && a < 2;',
    '  return a < 2 || a < 2;',
    '  return a < 2 && a <= 2;',
  ]);
});

test('its name outlives lines that come before, and is no other of its file', () => {
  const before = sites('const a = b < c;', 'const d = e < f;', 'const a = b < c;');
  const after = sites('// More.', '', 'const a = b < c;', 'const d = e < f;', 'const a = b < c;');
  expect(after.map(({ id }) => id)).toEqual(before.map(({ id }) => id));
  expect(new Set(before.map(({ id }) => id)).size).toBe(3);
});

const ids = (some: readonly Site[]): string[] => some.map(({ id }) => id);

describe('the sample', () => {
  const all = sites(...Array.from({ length: 100 }, (_, index) => `const a${index} = b < c;`));

  test('is the same for a seed, another for another, and grows at its end', () => {
    expect(ids(sample(all, 7, 40))).toEqual(ids(sample(all.toReversed(), 7, 40)));
    expect(ids(sample(all, 7, 80)).slice(0, 40)).toEqual(ids(sample(all, 7, 40)));
    expect(ids(sample(all, 8, 40))).not.toEqual(ids(sample(all, 7, 40)));
    expect(new Set(ids(sample(all, 7, 100))).size).toBe(100);
  });

  test('falls into shares without a gap', () => {
    const drawn = sample(all, 7, 100);
    expect([1, 2, 3].flatMap((share) => ids(shareOf(drawn, share, 40)))).toEqual(ids(drawn));
    expect(shareOf(drawn, 3, 40)).toHaveLength(20);
  });

  test('hardly changes with an edit elsewhere', () => {
    const [, ...others] = all;
    const kept = new Set(ids(sample(others, 7, 40)));
    expect(ids(sample(all, 7, 40)).filter((id) => !kept.has(id)).length).toBeLessThanOrEqual(1);
  });
});

test('rooms are read from the tree; words, schemas, registries and declarations are left out', () => {
  expect(
    coreFiles([
      'src/new-room/deep/decide.ts',
      'src/duties/mail/render.ts',
      'src/duties/mail/say/render-asks.ts',
      'src/duties/mail/renderer.ts',
      'src/duties/mail/config.ts',
      'src/duties/mail/index.ts',
      'src/config/schema/people.ts',
      'src/config/config.ts',
      'src/config/text-modules.d.ts',
      'src/duties/mail/README.md',
      'sandbox/run.ts',
      'test/plan/limit.test.ts',
    ]),
  ).toEqual(['src/config/config.ts', 'src/duties/mail/renderer.ts', 'src/new-room/deep/decide.ts']);
});

describe('known equivalents', () => {
  test('are known by their file, their line and what it becomes', () => {
    const known = [{ file: FILE, from: 'a', to: 'b', why: 'Nothing asks.' }];
    expect(knownAs({ file: FILE, from: 'a', to: 'b' }, known)).toBe(known[0]);
    for (const other of [{ file: 'src/b.ts' }, { from: 'c' }, { to: 'c' }])
      expect(knownAs({ file: FILE, from: 'a', to: 'b', ...other }, known)).toBeUndefined();
  });

  test('are mutations of the sources as they are, each with a reason, once', () => {
    const paths = coreFiles(projectFiles('.'));
    const named = paths.filter((path) => EQUIVALENT.some(({ file }) => file === path));
    const there = sitesIn(new Map(named.map((path) => [path, readFileSync(path, 'utf8')])));
    const stale = EQUIVALENT.filter(
      (one) => !there.some((site) => knownAs(site, [one]) !== undefined) || one.why === '',
    );
    expect(stale).toEqual([]);
    expect(EQUIVALENT.filter((one, index) => knownAs(one) !== EQUIVALENT[index])).toEqual([]);
  });
});
