// What a YAML text may look like, and what is said of the rest.
import { readYaml } from '../../src/config/yaml/read-yaml.ts';
import { valueOf } from '../../src/config/value-of.ts';

const valueIn = (source: string): unknown => {
  const { tree, problems } = readYaml(source);
  expect(problems).toEqual([]);
  return tree === undefined ? undefined : valueOf(tree);
};
const told = (source: string): readonly string[] =>
  readYaml(source).problems.map(({ line, column, code }) => `${line}:${column} ${code}`);

test('every value is the text that is written', () => {
  const source = 'a: 1.10\nb: yes\nc: 0x1F\nd: 2026-11-03\ne: 1_000\nf: !!str 1.10\n5: five\ng: "x"\n';
  expect(valueIn(source)).toEqual({
    a: '1.10',
    b: 'yes',
    c: '0x1F',
    d: '2026-11-03',
    e: '1_000',
    f: '1.10',
    5: 'five',
    g: 'x',
  });
});

test('what is empty is nothing, and what is quoted is text', () => {
  expect(valueIn("a:\nb: ~\nc: null\nd: 'null'\ne: ''\n")).toEqual({ d: 'null', e: '' });
});

test.each([
  ['in a block', 'a:\n  - x\n  -\n  - y\n', 1, 3, 3],
  ['in brackets, whatever list follows', 'a: [&x , y]\nb:\n  - z\n', 0, 1, 4],
])('an empty item stands where people look for it: %s', (_, source, index, line, column) => {
  const { tree } = readYaml(source);
  const list = tree?.kind === 'map' ? tree.entries.get('a')?.value : undefined;
  expect(list?.kind === 'list' ? list.items[index] : undefined).toMatchObject({
    kind: 'nothing',
    at: { line, column },
  });
});

test('byte order marks and line ends of other systems change nothing', () => {
  const value = { a: '1', b: ['2', '3'] };
  expect(valueIn('a: 1\nb:\n  - 2\n  - 3\n')).toEqual(value);
  expect(valueIn('\ufeffa: 1\r\nb:\r\n  - 2\r\n  - 3\r\n')).toEqual(value);
  expect(told('\ufeffa: 1\r\nb: 2\r\nb: 3\r\n')).toEqual(['3:1 repeated-key']);
});

test('a few aliases are read as what they name', () => {
  expect(valueIn('a: &days [1, 2]\nb: *days\n')).toEqual({ a: ['1', '2'], b: ['1', '2'] });
});

test('a document may begin with ---, but there is only one', () => {
  expect(valueIn('# hello\n---\na: 1\n')).toEqual({ a: '1' });
  expect(told('a: 1\n---\nb: 2\n')).toEqual(['2:1 several-documents']);
  expect(told('---\na: 1\n---\n')).toEqual(['3:1 several-documents']);
});

test.each([
  ['', '1:1 empty-file'],
  ['# only words\n', '1:1 empty-file'],
  ['~', '1:1 empty-file'],
  ['- a\n', '1:1 not-keys'],
  ['hello\n', '1:1 not-keys'],
  ['"a": "b"\n', ''],
  ['a:\n\tb: 1\n', '2:1 yaml-syntax'],
  ['a: 1\na: 2\n', '2:1 repeated-key'],
  ['__proto__: { a: 1 }\n', '1:1 bad-key'],
  ['? [a, b]\n: 1\n', '1:3 bad-key'],
  ['? { a: 1 }\n: 1\n', '1:3 bad-key'],
  [': 1\n', '1:1 bad-key'],
  ['a: &x 1\nb: { <<: *x }\n', '2:6 merge-key'],
  ['a: *nothing\n', '1:4 unknown-alias'],
  ['a: &a { b: *a }\n', '1:12 unknown-alias'],
  ['a: !!binary aGk=\n', '1:4 yaml-tag'],
  ['a: "\\u0000"\n', '1:4 hidden-character'],
  ['a: x\u0000\n', '1:5 hidden-character'],
  ['a: \u200bx\n', '1:4 hidden-character'],
  ['a: x\ufeff\n', '1:5 hidden-character'],
  ['a: \ud800\n', '1:4 hidden-character'],
  ['a: \ufffd\n', '1:4 not-utf8'],
  ['a: #b\n', '1:4 lost-comment'],
  ['a: # b\n', ''],
  ['a: "👩‍💻 and é"\n', ''],
])('%j', (source, expected) => {
  expect(told(source).join()).toBe(expected);
});
