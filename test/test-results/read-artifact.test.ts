// An artifact is a zip or, where it was uploaded without an archive, the plain file.
import { zipFiles } from '../../packages/embedded-github/src/index.ts';
import { readArtifact } from '../../src/test-results/read-artifact.ts';

const XML =
  '<testsuite name="api"><testcase name="lists"/><testcase name="creates"><failure/></testcase></testsuite>';

const bytes = (text: string): Uint8Array => Buffer.from(text, 'utf8');

test('the plain file holds the same tests as the zip of it', async () => {
  const plain = await readArtifact(bytes(XML));
  expect(plain).toEqual(await readArtifact(zipFiles({ 'junit.xml': XML })));
  expect(plain.tests).toHaveLength(2);
});

test.each([
  ['a file in UTF-16', Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(XML, 'utf16le')]), 2, []],
  ['other XML', bytes('<coverage/>'), 0, []],
  ['an empty zip', zipFiles({}), 0, []],
])('%s', async (_, given, tests, unread) => {
  const read = await readArtifact(given);
  expect([read.tests.length, read.unread]).toEqual([tests, unread]);
});

test.each([
  ['no XML', bytes('total: 3 failed'), 'The file'],
  ['nothing', bytes(''), 'The file is empty'],
  ['a broken zip', bytes('PK no'), 'The archive is not used'],
])('%s is named, and never taken for green', async (_, given, words) => {
  const read = await readArtifact(given);
  expect(read.tests).toEqual([]);
  expect(read.unread.join('\n')).toContain(words);
});
