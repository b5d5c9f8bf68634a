// Pull requests that move dates as GitHub answers: whose text, whose commits, and what is missing of them.
import { day } from '../../../src/domain/day.ts';
import type { Author } from '../../../src/github/accounts.ts';
import { observe } from '../../../src/github/observe.ts';
import { partialFailure, scriptedGitHub } from '../../support/scripted-github.ts';
import { instant } from '../../support/runs.ts';

const SETTING = {
  accounts: ['alice', 'relcomms[bot]'],
  since: day('2019-01-01'),
  now: instant('2020-01-15T12:00:00Z'),
};
const OURS: Author = { __typename: 'Bot', login: 'relcomms' };

function commit(name: string | null, login?: string, parents = 1) {
  const user = login === undefined ? null : { login };
  return { commit: { author: { name, user }, parents: { totalCount: parents } } };
}

const PULL = {
  state: 'OPEN',
  body: 'Text',
  lastEditedAt: null as string | null,
  editor: null as Author | null,
  author: OURS,
  isCrossRepository: false,
  headRefName: 'relcomms/slip-a',
  userContentEdits: { nodes: [] as object[] },
  tip: { nodes: [{ commit: { file: { oid: 'f1' } as object | null } }] },
  commits: { totalCount: 1, nodes: [commit('relcomms[bot]')] },
};
const FOUND = {
  number: 7,
  branch: 'relcomms/slip-a',
  body: 'Text',
  editedBy: 'us',
  edits: [],
  editors: [],
  file: 'f1',
  commits: 'ours',
};

async function look(answer: object | Error) {
  const graphql = () => (answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer));
  const { slipPulls } = await observe(
    scriptedGitHub({ graphql }),
    { slipPulls: [{ number: 7, path: 'a.yml', teams: [] }] },
    SETTING,
  );
  return slipPulls;
}

async function found(more: object) {
  const answer = await look({ repository: { slip0: { ...PULL, ...more } } });
  return answer.known ? answer.value : [];
}

test('one of ours, as it is', async () => {
  expect(await found({})).toEqual([FOUND]);
  expect(await found({ tip: { nodes: [{ commit: { file: null } }] } })).toEqual([
    { ...FOUND, file: undefined },
  ]);
});

test.each<[string, object]>([
  ['is merged', { state: 'MERGED' }],
  ['is closed', { state: 'CLOSED' }],
  ['comes from a fork', { isCrossRepository: true }],
  ['a person opened', { author: { __typename: 'User', login: 'bob' } }],
  ['an account opened that is gone', { author: null }],
])('one that %s is none', async (_, more) => {
  expect(await found(more)).toEqual([]);
});

const AT = '2020-01-15T11:00:00Z';

test.each<[string, Author | null, string]>([
  ['the App', OURS, 'us'],
  ['a person', { __typename: 'User', login: 'bob' }, 'person'],
  ['another program', { __typename: 'Bot', login: 'other' }, 'stranger'],
  ['an account that is gone', null, 'stranger'],
])('edited last by %s', async (_, editor, editedBy) => {
  expect(await found({ lastEditedAt: AT, editor })).toEqual([{ ...FOUND, editedBy }]);
});

test.each<[string, readonly object[], string]>([
  ['a commit of a person', [commit('relcomms[bot]'), commit('Bob', 'bob')], 'theirs'],
  ['a commit of somebody without an account', [commit(null)], 'theirs'],
  ['a commit of another program', [commit('other[bot]')], 'theirs'],
  ['a person who calls themselves like the App', [commit('relcomms', 'bob')], 'theirs'],
  ['a merge of the default branch', [commit('relcomms[bot]'), commit('Bob', 'bob', 2)], 'unsure'],
  ['a commit of the person whose token runs', [commit('Alice', 'alice')], 'unsure'],
  ['no commit', [], 'theirs'],
])('%s', async (_, nodes, commits) => {
  expect(await found({ commits: { totalCount: nodes.length, nodes } })).toEqual([{ ...FOUND, commits }]);
});

test('with more commits than are looked at nobody knows whose they are', async () => {
  expect(await found({ commits: { totalCount: 51, nodes: [commit('relcomms[bot]')] } })).toMatchObject([
    { commits: 'theirs' },
  ]);
});

test.each<[string, object | Error]>([
  ['is not there', { repository: { slip0: null } }],
  ['has no newest commit', { repository: { slip0: { ...PULL, tip: { nodes: [null] } } } }],
  [
    'has a hole',
    partialFailure({ repository: { slip0: PULL } }, ['repository', 'slip0', 'commits', 'nodes', 0], 'No.'),
  ],
])('one that %s is not read, and everything else is', async (_, answer) => {
  expect(await look(answer)).toEqual({
    known: true,
    value: [{ number: 7, unread: expect.any(String) as string }],
  });
});

test('versions tell whose they are; of a person, what they may do is asked only for a changed box', async () => {
  const nodes = [
    { diff: 'Text', editedAt: AT, deletedAt: null, editor: { __typename: 'User', login: 'bob' } },
    null,
    { diff: 'Gone', editedAt: AT, deletedAt: AT, editor: { __typename: 'Bot', login: 'other' } },
    { diff: 'First', editedAt: AT, deletedAt: null, editor: OURS },
  ];
  expect(await found({ userContentEdits: { nodes } })).toMatchObject([
    {
      edits: [
        { by: 'bob', isOurs: false, body: 'Text' },
        { by: undefined, isOurs: false, body: undefined },
        { by: undefined, isOurs: true, body: 'First' },
      ],
      editors: [],
    },
  ]);
});
