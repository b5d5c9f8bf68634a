// Whose words a text holds, by GitHub's account of its edits.
import { type RawEdit, isForeign, lags, ownTextIn } from '../../src/github/own-text.ts';

const OURS = ['relcomms[bot]'];
const bot = { __typename: 'Bot', login: 'relcomms' };
const carol = { __typename: 'User', login: 'carol' };

const edit = (more: Partial<RawEdit> = {}): RawEdit => ({
  diff: 'words',
  editedAt: '2020-01-08T12:00:00Z',
  deletedAt: null,
  editor: bot,
  ...more,
});

test.each([
  ['nobody edited it', null, null, false],
  ['we edited it last', '2020-01-08T12:00:00Z', bot, false],
  ['somebody else did', '2020-01-08T12:00:00Z', carol, true],
  ['somebody of our name who is no bot', '2020-01-08T12:00:00Z', { ...carol, login: 'relcomms' }, true],
  ['an account that is gone', '2020-01-08T12:00:00Z', null, true],
])('%s', (_, lastEditedAt, editor, isTheirs) => {
  expect(isForeign({ lastEditedAt, editor }, OURS)).toBe(isTheirs);
});

test('what we wrote last counts, and the newest of those who edited it since is named', () => {
  const erin = { __typename: 'User', login: 'erin' };
  const edits = [
    edit({ editor: carol, diff: 'c' }),
    edit({ editor: erin, diff: 'e' }),
    edit({ diff: 'ours' }),
  ];
  expect(ownTextIn(edits, OURS)).toEqual({
    kind: 'text',
    text: 'ours',
    by: 'carol',
    since: [
      { by: 'carol', text: 'c' },
      { by: 'erin', text: 'e' },
    ],
  });
  expect(ownTextIn([edit({ diff: 'ours' }), ...edits], OURS)).toEqual({
    kind: 'text',
    text: 'ours',
    since: [],
  });
});

test.each([
  ['its text is gone', { diff: null }],
  ['it is empty', { diff: '' }],
  ['somebody deleted it', { deletedAt: '2020-01-09T00:00:00Z' }],
])('of a version of ours nobody knows the words when %s', (_, more) => {
  expect(ownTextIn([edit({ editor: carol }), edit(more)], OURS)).toEqual({ kind: 'gone', by: 'carol' });
});

test('where no version is ours, older ones may be', () => {
  expect(ownTextIn([edit({ editor: carol }), edit({ editor: null })], OURS)).toBeUndefined();
});

test('a history that does not know of an edit yet lags behind', () => {
  const history = [edit({ editedAt: '2020-01-08T12:00:00Z' })];
  expect(lags(history, '2020-01-08T12:00:02Z')).toBe(false);
  expect(lags(history, '2020-01-08T12:00:03Z')).toBe(true);
  expect(lags([], '2020-01-08T12:00:00Z')).toBe(true);
});
