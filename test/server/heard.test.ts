// Which comments get 👀: commands that can be read, of people, on open issues of ours.
import { heardCommand } from '../../src/server/heard.ts';
import type { WebhookEvent } from '../../src/server/hint.ts';
import { markerLine } from '../../src/text/marker.ts';

type Payload = WebhookEvent['payload'];

const OURS = { login: 'relcomms[bot]', type: 'Bot' };
const issue = { number: 12, state: 'open', body: `${markerLine('v1/tracking-issue')}\nHello`, user: OURS };
const comment = { id: 7, body: '/release status', user: { login: 'frank', type: 'User' } };

const base: Payload = {
  action: 'created',
  installation: { id: 100 },
  repository: { name: 'demo', owner: { login: 'acme' } },
  comment,
  issue,
};

function heard(change: Partial<Payload>, name = 'issue_comment') {
  return heardCommand({ name, payload: { ...base, ...change } }, ['relcomms[bot]', 'github-actions[bot]']);
}

test('a command of anybody is heard, whatever their right', () => {
  const expected = {
    installation: 100,
    owner: 'acme',
    repo: 'demo',
    commentId: 7,
    issue: 12,
    author: 'frank',
    association: 'NONE',
  };
  expect(heard({})).toEqual(expected);
  expect(heard({ comment: { ...comment, body: 'Done.\n\n/release dun\n/release done x' } })).toEqual(
    expected,
  );
  expect(heard({ issue: { ...issue, user: { login: 'github-actions[bot]' } } })).toEqual(expected);
});

test.each<[string, Partial<Payload>]>([
  ['an edit', { action: 'edited' }],
  ['a bot', { comment: { ...comment, user: { login: 'x[bot]', type: 'Bot' } } }],
  ['nobody', { comment: { ...comment, user: null } }],
  ['a typo', { comment: { ...comment, body: '/release dun' } }],
  ['a quote', { comment: { ...comment, body: '> /release done' } }],
  ['no text', { comment: { ...comment, body: null } }],
  ["somebody's issue with our marker", { issue: { ...issue, user: { login: 'frank', type: 'User' } } }],
  ['an issue of ours without a marker', { issue: { ...issue, body: 'Hello' } }],
  ['a closed issue', { issue: { ...issue, state: 'closed' } }],
  ['a repository without an installation', { installation: undefined }],
])('%s is not', (_, change) => expect(heard(change)).toBeUndefined());

test('another event is not', () => expect(heard({}, 'issues')).toBeUndefined());
