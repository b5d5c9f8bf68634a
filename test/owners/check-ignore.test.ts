// Patterns of CODEOWNERS against git itself: they follow the rules of gitignore but for what GitHub documents.
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { globMatches, parseGlob } from '../../src/owners/glob.ts';
import { parseCodeowners } from '../../src/owners/parse-codeowners.ts';
import { rounds } from '../support/long.ts';

/** What GitHub documents as unlike gitignore ("About code owners"), with an example and a path that git takes. */
const REFUSED: readonly (readonly [string, string, string])[] = [
  ['a range of characters', 'a[bc]', 'ab'],
  ['three stars, its own example of a broken line', '***/*.rs', 'x/y.rs'],
  ['an escaped # at the start', String.raw`\#notes`, '#notes'],
];

let folder = '';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'relcomms-check-ignore-'));
  git(['init', '--quiet']);
});

afterAll(() => rmSync(folder, { recursive: true }));

/** Nothing that the machine has set up for git counts. */
function git(args: readonly string[], input = ''): string {
  const env = { ...process.env, GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_SYSTEM: '/dev/null' };
  const options = ['-c', 'core.excludesFile=/dev/null', '-c', 'core.ignoreCase=false'];
  return execFileSync('git', [...options, ...args], { cwd: folder, env, input, encoding: 'utf8' });
}

interface Case {
  readonly pattern: string;
  readonly paths: readonly string[];
}

/** Which of its paths git takes for each pattern. Every pattern is alone in a folder, so one call answers for all. */
function takenByGit(cases: readonly Case[]): (readonly string[])[] {
  cases.forEach(({ pattern }, index) => {
    mkdirSync(join(folder, `c${index}`), { recursive: true });
    writeFileSync(join(folder, `c${index}`, '.gitignore'), `${pattern}\n`);
  });
  const asked = cases.flatMap(({ paths }, index) => paths.map((path) => `c${index}/${path}`));
  const answer = git(
    ['check-ignore', '--no-index', '--verbose', '--non-matching', '--stdin', '-z'],
    asked.map((path) => `${path}\0`).join(''),
  );
  // Source, line, pattern and path of each; an empty source takes nothing.
  const fields = answer.split('\0');
  const taken = new Set(asked.filter((_, index) => fields[index * 4] !== ''));
  return cases.map(({ paths }, index) => paths.filter((path) => taken.has(`c${index}/${path}`)));
}

const taken = ({ pattern, paths }: Case): string[] => {
  const glob = parseGlob(pattern);
  return paths.filter((path) => globMatches(glob, path.split('/')));
};

/** Few letters, so that they meet; the signs are those that look special and are none. */
const LETTERS = ['a', 'b', 'a', 'b', 'ab', '.', ',', '{', '}', '+', '(', ')', '$', '^', '@', '|', '~', '-'];
const WILD = ['*', '*', '**', '?', String.raw`\ `, String.raw`\*`, String.raw`\?`, String.raw`\a`, '\\'];

const name = fc
  .array(fc.constantFrom(...LETTERS, ' ', '*', '\\', '?'), { minLength: 1, maxLength: 3 })
  .map((parts) => parts.join(''))
  .filter((text) => !/^\.{1,2}$/.test(text));
const path = fc.array(name, { minLength: 1, maxLength: 4 }).map((names) => names.join('/'));

const part = fc.oneof(
  fc.constant('**'),
  fc.constant('*'),
  fc.array(fc.constantFrom(...LETTERS, ...WILD), { minLength: 1, maxLength: 3 }).map((all) => all.join('')),
);
const edge = fc.constantFrom('', '', '/');
const pattern = fc
  .tuple(edge, fc.array(part, { minLength: 1, maxLength: 4 }), fc.constantFrom('/', '/', '/', '//'), edge)
  .map(([start, parts, between, end]) => `${start}${parts.join(between)}${end}`)
  // Left out by GitHub, or read otherwise: a last `*` of a path takes the files of that folder alone.
  .filter((text) => !text.includes('***') && !text.endsWith('/*'))
  // Two stars behind a letter are one by the documentation of gitignore; git forgets the letters before them.
  .filter((text) => !/[^/]\*\*/.test(text))
  // Two stars before an escaped slash are now a name, now a folder.
  .filter((text) => !text.includes(String.raw`**\/`));

/** A path that is near the pattern finds more than one out of the blue. */
const near = (text: string): string[] => {
  const plain = text
    .replaceAll(/\\(?=.)/g, '')
    .replaceAll('**', 'a/b')
    .replaceAll('*', 'ab')
    .replaceAll('?', 'b');
  const bare = plain.split('/').filter((one) => one !== '' && !/^\.{1,2}$/.test(one));
  if (bare.length === 0) return [];
  const whole = bare.join('/');
  return [
    whole,
    `${whole}/a`,
    `${whole}/a/b`,
    `b/${whole}`,
    bare.slice(0, -1).join('/'),
    bare.slice(1).join('/'),
  ].filter((one) => one !== '');
};

const one: fc.Arbitrary<Case> = fc
  .tuple(pattern, fc.array(path, { minLength: 4, maxLength: 8 }))
  .map(([text, paths]) => ({ pattern: text, paths: [...new Set([...near(text), ...paths])] }));

test('patterns take the paths that git takes', () => {
  fc.assert(
    fc.property(fc.array(one, { minLength: 40, maxLength: 80 }), (cases) => {
      const byGit = takenByGit(cases);
      const differ = cases.flatMap((each, index) => {
        const ours = taken(each);
        const theirs = byGit[index] ?? [];
        const paths = each.paths.filter((text) => ours.includes(text) !== theirs.includes(text));
        return paths.map((text) => `${each.pattern} takes ${text}: git says ${theirs.includes(text)}`);
      });
      expect(differ).toEqual([]);
    }),
    // The differences say more than what shrinking leaves of them.
    { numRuns: rounds(10, 300), endOnFailure: true },
  );
});

test.each(REFUSED)('%s is refused, as GitHub does, though git takes it', (_, text, file) => {
  expect(takenByGit([{ pattern: text, paths: [file] }])).toEqual([[file]]);
  expect(parseCodeowners(`${text} @alice\n`)).toMatchObject({ rules: [], mistakes: [{ line: 1 }] });
});

test('a line that takes back another one is refused', () => {
  expect(parseCodeowners('* @alice\n!a @bob\n')).toMatchObject({
    rules: [{ line: 1 }],
    mistakes: [{ line: 2 }],
  });
});

test('a last star takes the files of its folder; git takes what lies deeper, too', () => {
  const cases: Case = { pattern: 'docs/*', paths: ['docs/a.md', 'docs/b/a.md'] };
  expect(takenByGit([cases])).toEqual([cases.paths]);
  expect(taken(cases)).toEqual(['docs/a.md']);
});
