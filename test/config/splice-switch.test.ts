// `enabled: no` gets into a config, and nothing else in it changes.
import { spliceSwitch } from '../../src/config/splice-switch.ts';

const REST = 'releases: [] # none yet\ntimezone: "UTC"\n';

test.each([
  ['the first key is above all others', REST, `enabled: no\n${REST}`],
  ['a comment at the top stays there', `# Ours\n\n${REST}`, `# Ours\n\nenabled: no\n${REST}`],
  ['so does the beginning of a document', `---\n${REST}`, `---\nenabled: no\n${REST}`],
  [
    'line ends are those of the file',
    REST.replaceAll('\n', '\r\n'),
    `enabled: no\r\n${REST.replaceAll('\n', '\r\n')}`,
  ],
  ['a byte order mark stays first', `\ufeff${REST}`, `\ufeffenabled: no\n${REST}`],
  ['in braces', '{ releases: [] }', '{ enabled: no, releases: [] }'],
  [
    'what is there is changed where it stands',
    `${REST}enabled: yes # still\n`,
    `${REST}enabled: no # still\n`,
  ],
  ['a key without a value gets one', `enabled:\n${REST}`, `enabled: no\n${REST}`],
])('%s', (_, before, after) => {
  expect(spliceSwitch(before, 'no')).toEqual({ text: after });
});

test('back again', () => {
  expect(spliceSwitch(`enabled: no\n${REST}`, 'yes')).toEqual({ text: `enabled: yes\n${REST}` });
});

test.each([
  ['no map', '- a\n'],
  ['broken', 'releases: [\n'],
  ['a mark before the value', 'enabled: &x yes\nreleases: []\n'],
  ['nothing', ''],
])('%s is left to people', (_, text) => {
  expect(spliceSwitch(text, 'no')).toMatchObject({ problem: { severity: 'error' } });
});
