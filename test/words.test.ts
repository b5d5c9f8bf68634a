// Texts for users keep to plain US English: the words of test/words/banned.ts are in none of them.
import { BANNED } from './words/banned.ts';
import { literals } from './words/literals.ts';
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
