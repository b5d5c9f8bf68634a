// What a pull request as GraphQL gives it comes to, where parts of it are missing or unheard of.
import type { Hole } from '../../../../src/github/graphql.ts';
import { decodePull } from '../../../../src/github/facts/pulls/decode-pull.ts';
import type { Further } from '../../../../src/github/facts/pulls/further.ts';
import type { RawPull } from '../../../../src/github/facts/pulls/pull-fields.ts';

const RAW: RawPull = {
  id: 'PR_7',
  number: 7,
  title: 'Mend',
  body: '',
  state: 'OPEN',
  isDraft: false,
  baseRefName: 'main',
  headRefOid: '0000000',
  headRefName: 'mend',
  createdAt: '2026-10-20T10:00:00Z',
  updatedAt: '2026-10-20T10:00:00Z',
  author: { __typename: 'User', login: 'carol' },
  labels: { nodes: [] },
  milestone: null,
  files: { nodes: [{ path: 'a.ts' }], pageInfo: { hasNextPage: false } },
  reviewDecision: null,
  mergeable: 'MERGEABLE',
  mergeStateStatus: 'BLOCKED',
  reviewRequests: { nodes: [] },
  latestOpinionatedReviews: { nodes: [] },
  commits: { nodes: [] },
  comments: { totalCount: 0, nodes: [] },
};

function decode(raw: Partial<RawPull>, holes: readonly Hole[] = [], further?: Further) {
  return decodePull(
    { ...RAW, ...raw },
    { accounts: ['relcomms[bot]'], required: [], words: new Map(), holes, further },
  );
}

const hole = (...path: (string | number)[]): Hole => ({
  path,
  why: 'Resource not accessible by integration',
});

test('nothing missing, nothing unknown', () => {
  const pull = decode({});
  expect(pull).toMatchObject({ filesComplete: true, checks: { known: true }, comments: { known: true } });
  expect(pull.unread).toBeUndefined();
  expect(pull.requested).toEqual({ people: [], teams: [] });
});

test.each<[string, Partial<RawPull>]>([
  ['no files at all', { files: null }],
  ['a hole in the files', { files: { nodes: [null], pageInfo: { hasNextPage: false } } }],
  ['more files than were read', { files: { nodes: [], pageInfo: { hasNextPage: true } } }],
])('%s: the list is not complete', (_, raw) => {
  expect(decode(raw).filesComplete).toBe(false);
});

test.each<[string, Partial<RawPull>, string]>([
  ['a review is left out', { latestOpinionatedReviews: { nodes: [null] } }, 'leaves out some of its reviews'],
  ['the reviews are left out', { latestOpinionatedReviews: null }, 'leaves out some of its reviews'],
  ['a label is left out', { labels: { nodes: [null] } }, 'leaves out some of its labels'],
  ['an unheard-of decision', { reviewDecision: 'PONDERED' as 'APPROVED' }, 'PONDERED'],
  [
    'an unheard-of opinion',
    {
      latestOpinionatedReviews: {
        nodes: [{ state: 'SHRUGGED', submittedAt: null, author: null, id: 'R_1' }],
      },
    },
    'SHRUGGED',
  ],
])('%s: it is unknown, with the reason', (_, raw, why) => {
  expect(decode(raw).unread).toContain(why);
});

test('a comment that is left out makes it unknown who was told', () => {
  expect(decode({ comments: { totalCount: 1, nodes: [null] } }).comments.known).toBe(false);
});

test('an error counts for its own part', () => {
  expect(decode({ commits: null }, [hole('commits')]).checks).toEqual({
    known: false,
    why: expect.stringContaining('statuses: read') as string,
  });
  expect(decode({}, [hole('commits', 'nodes', 0)]).unread).toBeUndefined();
  expect(decode({}, [hole('milestone')]).unread).toContain('milestone');
  expect(decode({}, [hole('files', 'nodes', 3)]).filesComplete).toBe(false);
});

const red = (hasNextPage: boolean): Partial<RawPull> => ({
  commits: {
    nodes: [
      {
        commit: {
          message: '',
          statusCheckRollup: { state: 'FAILURE', contexts: { nodes: [], pageInfo: { hasNextPage } } },
        },
      },
    ],
  },
});

test('more checks than one page are unknown, until the required ones were asked for', () => {
  expect(decode(red(true)).checks.known).toBe(false);
  expect(decode(red(false)).checks).toMatchObject({ known: true, value: { requiredFailing: [] } });
  const further = { files: [], filesComplete: false, requiredFailing: ['build'] };
  expect(decode(red(true), [], further).checks).toMatchObject({
    known: true,
    value: { requiredFailing: ['build'] },
  });
});

test.each([
  [null, true],
  [{ __typename: 'Mannequin', login: 'old-dave' }, true],
  [{ __typename: 'User', login: 'carol' }, undefined],
  [{ __typename: 'Bot', login: 'renovate' }, undefined],
])('author %j: nobody to mention is %s', (author, nobody) => {
  expect(decode({ author }).author.nobody).toBe(nobody);
});
