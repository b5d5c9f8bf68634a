// Numbers of issues become links, and nothing else does.
import { issueLinks } from '../../src/text/issue-links.ts';

const ISSUE = 'https://github.com/acme/demo/issues/1';

test('a number is a link to its issue, with the words around it as they were', () => {
  expect(issueLinks('#10 API: the gateway, see #7 (bob)', ISSUE)).toEqual([
    { kind: 'link', text: '#10', url: 'https://github.com/acme/demo/issues/10' },
    { kind: 'text', text: ' API: the gateway, see ' },
    { kind: 'link', text: '#7', url: 'https://github.com/acme/demo/issues/7' },
    { kind: 'text', text: ' (bob)' },
  ]);
});

test.each(['acme/demo#7', 'a#7', '#7a', '#', '#team-7', '##7', ''])(
  '%j is no number of an issue here',
  (words) => {
    expect(issueLinks(words, ISSUE).filter(({ kind }) => kind === 'link')).toEqual([]);
  },
);

test.each([undefined, 'http://127.0.0.1/acme/demo/issues/1', 'https://github.com/acme/demo'])(
  'without an address that can be linked to the words stay: %s',
  (url) => {
    expect(issueLinks('#10 API', url)).toEqual([{ kind: 'text', text: '#10 API' }]);
  },
);
