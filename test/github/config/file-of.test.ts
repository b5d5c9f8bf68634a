// What stands at a path: a file, nothing, or something that is no text.
import { fileOf } from '../../../src/github/config/read-config.ts';

const PATH = '.github/relcomms.yml';

test('a file is its text, empty or not', () => {
  const blob = { oid: 'a', byteSize: 0, text: '', isTruncated: false };
  expect(fileOf(blob, PATH)).toEqual({ kind: 'file', text: '', id: 'a' });
  expect(fileOf({ ...blob, text: 'releases: []\n', byteSize: 13 }, PATH)).toMatchObject({
    text: 'releases: []\n',
  });
});

test.each([
  ['nothing', null],
  ['a folder', {}],
])('%s is no file', (_, blob) => {
  expect(fileOf(blob, PATH)).toEqual({ kind: 'missing' });
});

test.each([
  [
    'what GitHub cut off',
    { text: 'a', isTruncated: true },
    '.github/relcomms.yml has 70000 bytes; 65,536 is the most',
  ],
  ['bytes that are no text', { text: null, isTruncated: false }, '.github/relcomms.yml is no text file'],
])('%s is there and can not be read', (_, blob, why) => {
  expect(fileOf({ oid: 'a', byteSize: 70_000, ...blob }, PATH)).toEqual({ kind: 'unreadable', why, id: 'a' });
});
