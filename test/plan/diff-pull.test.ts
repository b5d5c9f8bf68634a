// Comments and labels on pull requests: what is wanted against what stands there.
import type { DesiredPullComment, DesiredPullLabel } from '../../src/domain/desired.ts';
import type { Pull, PullComment } from '../../src/domain/pull.ts';
import { commentText } from '../../src/text/comment-text.ts';
import { diffPullComment, diffPullLabel } from '../../src/plan/diff-pull.ts';
import { PULL } from '../duties/approvals/world.ts';

const KEY = '1.14.0/approval/421/author';
const wish: DesiredPullComment = {
  kind: 'pull-comment',
  pull: 421,
  key: KEY,
  body: 'Words',
  why: 'the test wants it',
};
const there: PullComment = {
  commentId: 7,
  nodeId: 'IC_7',
  key: KEY,
  body: commentText(KEY, 'Words'),
  minimised: false,
  createdAt: PULL.createdAt,
};

const withComment = (change: Partial<PullComment>): Pull => ({
  ...PULL,
  comments: { known: true, value: [{ ...there, ...change }] },
});

const kinds = (desired: Partial<DesiredPullComment>, pull: Pull): string[] =>
  diffPullComment('approvals', { ...wish, ...desired }, [pull]).map(({ kind }) => kind);

test.each<[string, Partial<DesiredPullComment>, Pull, string[]]>([
  ['missing', {}, PULL, ['create-pull-comment']],
  ['missing and not to be made', { body: undefined }, PULL, []],
  ['missing and to be folded', { body: undefined, minimise: 'resolved' }, PULL, []],
  ['the same', {}, withComment({}), []],
  [
    'the same with other line ends',
    {},
    withComment({ body: there.body.trimEnd().replaceAll('\n', '\r\n') }),
    [],
  ],
  ['other words', { body: 'Others' }, withComment({}), ['edit-comment']],
  ['words left as they are', { body: undefined }, withComment({ body: 'x' }), []],
  ['to be folded', { body: undefined, minimise: 'outdated' }, withComment({}), ['minimise-comment']],
  [
    'new words, then folded',
    { body: 'Others', minimise: 'outdated' },
    withComment({}),
    ['edit-comment', 'minimise-comment'],
  ],
  ['folded already', { body: 'Others', minimise: 'outdated' }, withComment({ minimised: true }), []],
  ['another key', {}, withComment({ key: 'other' }), ['create-pull-comment']],
  ['comments unknown', {}, { ...PULL, comments: { known: false, why: 'HTTP 502' } }, []],
  ['another pull request', {}, { ...PULL, number: 1 }, []],
])('%s', (_, desired, pull, expected) => {
  expect(kinds(desired, pull)).toEqual(expected);
});

test('every operation says for whom and why', () => {
  expect(
    diffPullComment('approvals', { ...wish, minimise: 'resolved', body: undefined }, [withComment({})]),
  ).toEqual([
    {
      kind: 'minimise-comment',
      number: 421,
      nodeId: 'IC_7',
      reason: 'resolved',
      duty: 'approvals',
      why: 'the test wants it',
    },
  ]);
});

test.each<[string, boolean, readonly string[], readonly object[]]>([
  ['on and missing', true, [], [{ kind: 'add-labels', labels: ['needs-approval'] }]],
  ['on and there', true, ['Needs-Approval'], []],
  ['off and there', false, ['Needs-Approval'], [{ kind: 'remove-label', label: 'Needs-Approval' }]],
  ['off and missing', false, ['other'], []],
])('a label is to be %s', (_, present, labels, expected) => {
  const label: DesiredPullLabel = {
    kind: 'pull-label',
    pull: 421,
    name: 'needs-approval',
    present,
    why: 'it waits',
  };
  expect(diffPullLabel('approvals', label, [{ ...PULL, labels }])).toMatchObject(expected);
  expect(diffPullLabel('approvals', label, [])).toEqual([]);
});
