// CODEOWNERS by GitHub's documented rules ("About code owners"), as a table, and in time that no pattern blows up.
import * as fc from 'fast-check';
import { globMatches, parseGlob } from '../../src/owners/glob.ts';
import { ownedFiles, ruleFor } from '../../src/owners/owners-of.ts';
import { parseCodeowners } from '../../src/owners/parse-codeowners.ts';

/** Pattern, path, whether the pattern takes it. */
const ROWS: readonly (readonly [string, string, boolean])[] = [
  // The examples of the documentation.
  ['*', 'README.md', true],
  ['*', 'a/b/c.txt', true],
  ['*.js', 'index.js', true],
  ['*.js', 'src/deep/index.js', true],
  ['*.js', 'index.jsx', false],
  ['*.js', 'js', false],
  ['*.go', 'cmd/main.go', true],
  ['*.txt', 'notes.txt.md', false],
  ['/build/logs/', 'build/logs/a.log', true],
  ['/build/logs/', 'build/logs/deep/a.log', true],
  ['/build/logs/', 'sub/build/logs/a.log', false],
  ['/build/logs/', 'build/logs', false],
  ['docs/*', 'docs/getting-started.md', true],
  ['docs/*', 'docs/build-app/troubleshooting.md', false],
  ['docs/*', 'sub/docs/getting-started.md', false],
  ['apps/', 'apps/a.ts', true],
  ['apps/', 'deep/apps/a.ts', true],
  ['apps/', 'deep/apps/deeper/a.ts', true],
  ['apps/', 'apps', false],
  ['apps/', 'myapps/a.ts', false],
  ['/docs/', 'docs/a.md', true],
  ['/docs/', 'docs/deep/a.md', true],
  ['/docs/', 'src/docs/a.md', false],
  ['/scripts/', 'scripts/run.sh', true],
  ['**/logs', 'build/logs/a', true],
  ['**/logs', 'logs/a', true],
  ['**/logs', 'deeply/nested/logs/a/b', true],
  ['**/logs', 'logs', true],
  ['**/logs', 'catalogs/a', false],
  ['/apps/github', 'apps/github', true],
  ['/apps/github', 'apps/github/a.ts', true],
  ['/apps/github', 'apps/github2/a.ts', false],
  ['/apps/github', 'apps/gitlab/a.ts', false],
  // What gitignore says of slashes.
  ['a.txt', 'a.txt', true],
  ['a.txt', 'deep/a.txt', true],
  ['/a.txt', 'a.txt', true],
  ['/a.txt', 'deep/a.txt', false],
  ['src/a.txt', 'src/a.txt', true],
  ['src/a.txt', 'deep/src/a.txt', false],
  ['src', 'src/a/b.ts', true],
  ['src', 'lib/src/a.ts', true],
  ['src', 'srcs/a.ts', false],
  ['/', 'a.txt', false],
  // Stars.
  ['/*', 'a.txt', true],
  ['/*', 'deep/a.txt', false],
  ['/*.md', 'README.md', true],
  ['/*.md', 'docs/README.md', false],
  ['**', 'a/b/c', true],
  ['docs/**', 'docs/a', true],
  ['docs/**', 'docs/a/b/c', true],
  ['docs/**', 'docs', false],
  ['a/**/b', 'a/b', true],
  ['a/**/b', 'a/x/y/b', true],
  ['a/**/b', 'a/x/y/b/file', true],
  ['a/**/b', 'x/a/b', false],
  ['a/**/*.ts', 'a/x/y.ts', true],
  ['a/**/*.ts', 'a/y.ts', true],
  ['a/*/c', 'a/b/c', true],
  ['a/*/c', 'a/b/b/c', false],
  ['a/*/c', 'a/c', false],
  ['src/*_test.go', 'src/x_test.go', true],
  ['src/*_test.go', 'src/x/y_test.go', false],
  ['a**z', 'abcz', true],
  ['a**z', 'ab/cz', false],
  ['*/', 'dir/a', true],
  ['*/', 'a', false],
  ['docs/*/', 'docs/x/a', true],
  ['docs/*/', 'docs/a', false],
  // A question mark is one character, not a slash.
  ['file?.txt', 'file1.txt', true],
  ['file?.txt', 'file.txt', false],
  ['file?.txt', 'file12.txt', false],
  ['a?b', 'a/b', false],
  ['?', '💥', true],
  // Case counts, dots are letters, a backslash takes the next character as it is.
  ['README.md', 'readme.md', false],
  ['a.c', 'abc', false],
  ['*', '.github/workflows/ci.yml', true],
  [String.raw`a\ b.txt`, 'a b.txt', true],
  [String.raw`a\*b`, 'a*b', true],
  [String.raw`a\*b`, 'axb', false],
  ['a+(b).txt', 'a+(b).txt', true],
  ['^a$', '^a$', true],
  ['{a,b}', 'a', false],
];

test('the table has every documented rule', () => {
  expect(ROWS.length).toBeGreaterThanOrEqual(60);
});

test.each(ROWS)('%s takes %s: %s', (pattern, path, takes) => {
  expect(globMatches(parseGlob(pattern), path.split('/'))).toBe(takes);
});

/** The lines of a file that count: owners by line. */
function owners(text: string): (readonly [number, readonly string[]])[] {
  return parseCodeowners(text).rules.map(({ line, owners: names }) => [line, names] as const);
}

test('people, teams and addresses own; comments and empty lines say nothing', () => {
  const text =
    '# all\n\n*  @alice @acme/api\tdocs@example.com # who knows\n*.js @bob #inline\n  # indented\n';
  expect(owners(text)).toEqual([
    [3, ['alice', 'acme/api', 'docs@example.com']],
    [4, ['bob']],
  ]);
});

test('old names and those of managed users own like any other', () => {
  const text = '/a @eve-\n/b @-eve-\n/c @1----1\n/d @eve--x @eve_acme @old--co/team_1\n';
  expect(owners(text).map(([, names]) => names)).toEqual([
    ['eve-'],
    ['-eve-'],
    ['1----1'],
    ['eve--x', 'eve_acme', 'old--co/team_1'],
  ]);
});

test('braces, commas and @ are letters of a pattern', () => {
  const file = parseCodeowners('* @alice\n/lib/{x,y}/ @bob\n/old,new/ @carol\n*@2x @dave\n@acme/team\n');
  const ownersOf = (path: string): readonly string[] | undefined => ruleFor(file, path)?.owners;
  expect(ownersOf('lib/x/a')).toEqual(['alice']);
  expect(ownersOf('lib/{x,y}/a')).toEqual(['bob']);
  expect(ownersOf('old,new/a')).toEqual(['carol']);
  expect(ownersOf('icon@2x')).toEqual(['dave']);
  expect(ownersOf('acme/team')).toEqual(['alice']);
  expect(ownersOf('@acme/team')).toEqual([]);
});

test('the last line that matches wins, and one without owners takes them away', () => {
  const file = parseCodeowners('* @alice\n/apps/ @bob\n/apps/github\n*.md @carol\n');
  const ownersOf = (path: string): readonly string[] | undefined => ruleFor(file, path)?.owners;
  expect(ownersOf('a.ts')).toEqual(['alice']);
  expect(ownersOf('apps/a.ts')).toEqual(['bob']);
  expect(ownersOf('apps/github/a.ts')).toEqual([]);
  expect(ownersOf('apps/github/a.md')).toEqual(['carol']);
  expect(ownersOf('apps/a.ts')).not.toEqual(['alice', 'bob']);
});

test('files without an owner are in no group', () => {
  const file = parseCodeowners('/a/ @alice\n/a/b/\n');
  const groups = ownedFiles(file, ['a/2', 'a/1', 'a/b/1', 'c']);
  expect(groups.map(({ rule, files }) => [rule.line, files])).toEqual([[1, ['a/1', 'a/2']]]);
});

test.each([
  ['!a @alice', '!'],
  ['a[bc] @alice', '[ ]'],
  [String.raw`\#a @alice`, String.raw`\#`],
  ['a alice', 'owner'],
  ['a @alice @@bob', 'owner'],
  ['a @-', 'owner'],
  ['a @alice_', 'owner'],
  ['a @dependabot[bot]', 'owner'],
  ['***/*.rs @alice', '***'],
  ['/src/***/a @alice', '***'],
  [`${'a'.repeat(5000)} @alice`, 'longer'],
])('%s is left out and named, and the lines around it count', (line, why) => {
  const file = parseCodeowners(`x @bob\n${line}\ny @carol\n`);
  expect(file.rules.map((rule) => rule.line)).toEqual([1, 3]);
  expect(file.mistakes).toEqual([{ line: 2, why: expect.stringContaining(why) }]);
});

test('a byte order mark and Windows line ends do no harm', () => {
  expect(owners('\uFEFF* @alice\r\n*.js @bob\r\n')).toEqual([
    [1, ['alice']],
    [2, ['bob']],
  ]);
});

test('a file of 3 MB is not loaded, one below is', () => {
  const line = '* @alice\n';
  const large = line.repeat(Math.ceil((3 * 1024 * 1024) / line.length));
  expect(parseCodeowners(large)).toEqual({ rules: [], mistakes: [expect.anything()] });
  expect(parseCodeowners(large.slice(0, -line.length)).rules.length).toBeGreaterThan(300_000);
});

test('a name without wildcards takes itself and what is below it, nothing else', () => {
  const name = fc.stringMatching(/^[a-z]{1,4}$/);
  fc.assert(
    fc.property(
      fc.array(name, { minLength: 1, maxLength: 4 }),
      fc.array(name, { maxLength: 5 }),
      (of, path) => {
        const below = of.every((part, index) => path[index] === part);
        expect(globMatches(parseGlob(`/${of.join('/')}`), path)).toBe(below);
      },
    ),
  );
});

test('no pattern takes longer than the product of the lengths', () => {
  const nasty = fc.array(fc.constantFrom('*', '**', '**/', '*a', '?', 'a', '/', '*a*b'), { maxLength: 400 });
  const path = [...'a/'.repeat(1000).split('/').slice(0, -1), 'c'.repeat(1000)];
  const started = process.cpuUsage();
  fc.assert(
    fc.property(nasty, (parts) => {
      globMatches(parseGlob(parts.join('')), path);
    }),
  );
  const worst = parseGlob(`${'*a'.repeat(500)}b`);
  expect(globMatches(worst, ['a'.repeat(4000)])).toBe(false);
  expect(globMatches(parseGlob(`${'**/a/'.repeat(400)}b`), path)).toBe(false);
  const { user } = process.cpuUsage(started);
  // Backtracking would take longer than the universe is old; a hundred such matches take well under a second.
  expect(user).toBeLessThan(20_000_000);
});
