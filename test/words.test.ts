// Texts for users keep to plain US English: the words of test/words/banned.ts are in none of them.
import { BANNED } from './words/banned.ts';
import { literals } from './words/literals.ts';
import { sentencesOf } from './words/sentences.ts';
import { textsForUsers } from './words/texts.ts';

const texts = textsForUsers();

/** Each hit with its place and a few words around it. */
function hits(find: RegExp): string[] {
  return texts.flatMap(({ place, text }) =>
    [...text.matchAll(new RegExp(find.source, 'gi'))].map(
      ({ 0: hit, index }) => `${place}: ${text.slice(Math.max(0, index - 40), index + hit.length + 40)}`,
    ),
  );
}

test.each(BANNED)('$name is in no text for users: write $use', ({ find }) => {
  expect(hits(find)).toEqual([]);
});

/** Words of a sentence. */
const LONGEST = 25;

/** How many longer ones each page has by now: write no further one, and lower the number where you shorten one. */
const LONGER: Readonly<Record<string, number>> = {
  '.github/CONTRIBUTING.md': 8,
  'docs/architecture.md': 19,
  'docs/cli.md': 3,
  'docs/commands.md': 1,
  'docs/operations.md': 25,
  'docs/requirements.md': 1,
  'docs/sandbox.md': 12,
  'docs/security.md': 17,
  'test/golden/simulate-kyma.txt': 2,
};

const pageOf = ({ place }: { readonly place: string }): string => place.replace(/:\d+$/, '');

test('sentences are short', () => {
  const long = sentencesOf(texts).filter(({ words }) => words > LONGEST);
  const longOn = (page: string) => long.filter((sentence) => pageOf(sentence) === page);
  const pages = [...new Set([...Object.keys(LONGER), ...long.map(pageOf)])];
  expect(pages.flatMap((page) => (longOn(page).length > (LONGER[page] ?? 0) ? longOn(page) : []))).toEqual(
    [],
  );
  // Those that became fewer: their number goes down.
  expect(Object.fromEntries(pages.map((page) => [page, longOn(page).length]))).toEqual(LONGER);
});

test('sentences are counted by what people read', () => {
  const text = 'One `` two {} three. <p>Four</p> five: six (seven!) | eight';
  expect(sentencesOf([{ place: 'a.ts:1', text }]).flatMap(({ words }) => words || [])).toEqual([
    5, 1, 1, 2, 1,
  ]);
  expect(sentencesOf([{ place: 'a.ts:1', text: "redis.call('GET', k) " }])).toEqual([]);
});

test('literals are found with their lines, with what they insert left out', () => {
  const source = [
    "const a = 'one \\'two\\''; // not 'this'",
    '/* nor "this" */',
    'const b = `x ${a === `y${1}` ? {} : "z"} w`;',
    "const c = text.replace(/['`]/g, '!');",
    'const d = 4 / 2; const e = "end" / 1;',
  ].join('\n');
  expect(literals('a.ts', source).map(({ place, text }) => `${place} ${text}`)).toEqual([
    "a.ts:1 one 'two'",
    'a.ts:3 y{}',
    'a.ts:3 z',
    'a.ts:3 x {} w',
    'a.ts:4 !',
    'a.ts:5 end',
  ]);
});

test('texts come from sources, pages, manifests and outputs', () => {
  const places = texts.map(({ place }) => place);
  for (const part of ['src/duties/', 'sandbox/page/', 'README.md', 'docs/', 'action.yml', 'config/presets/'])
    expect(places.filter((place) => place.startsWith(part)).length).toBeGreaterThan(10);
  expect(places.filter((place) => place.startsWith('test/golden/')).length).toBeGreaterThan(500);
  expect(places.filter((place) => place.startsWith('test/fixtures/broken/')).length).toBeGreaterThan(100);
});
