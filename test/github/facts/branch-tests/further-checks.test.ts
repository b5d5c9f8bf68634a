// Checks beyond the first page: all are read, or the branch is not known.
import { closeGaps } from '../../../../src/github/facts/branch-tests/further-checks.ts';
import type { RawChecked, RawSuite } from '../../../../src/github/facts/branch-tests/raw-checks.ts';
import { partialFailure, scriptedGitHub } from '../../../support/scripted-github.ts';

const LINE = { branch: 'release-1.14', defaultBranch: 'main' };
const OID = 'c0ffee0123456789';

const page = (nodes: readonly unknown[], endCursor: string | null = null) => ({
  pageInfo: { hasNextPage: endCursor !== null, endCursor },
  nodes,
});
const runs = (...names: readonly string[]) => names.map((name) => ({ name }));
const suite = (id: string, checkRuns: unknown) => ({ id, branch: null, workflowRun: null, checkRuns });
const commit = (checkSuites: unknown): RawChecked => ({ oid: OID, checkSuites }) as unknown as RawChecked;

interface Answer {
  readonly suites?: unknown;
  readonly runs?: unknown;
  readonly error?: string;
}

/** Names of the runs by suite, where GitHub gives these answers in turn; how often it was asked, and what stays unread. */
async function read(first: unknown, answers: readonly Answer[]) {
  let asked = 0;
  const graphql = () => {
    const { suites, runs: list, error } = answers[Math.min(asked, answers.length - 1)] ?? {};
    asked += 1;
    const data = {
      repository: { id: 'R', ...(suites === undefined ? {} : { gap0: suites }) },
      ...(list === undefined ? {} : { gap0: list }),
    };
    if (error === undefined) return Promise.resolve(data);
    return Promise.reject(partialFailure(data, ['gap0'], error));
  };
  const github = scriptedGitHub({ graphql });
  const { commits, unread } = await closeGaps(github, { line: LINE, commits: [commit(first)], unread: [] });
  const suites = (commits[0]?.checkSuites?.nodes ?? []) as readonly RawSuite[];
  return {
    found: suites.map(({ id, checkRuns }) => [id, checkRuns?.nodes?.map((one) => one?.name).join()]),
    asked,
    unread,
  };
}

test('where the first page is all, nobody is asked', async () => {
  expect(await read(page([suite('a', page(runs('unit')))]), [])).toEqual({
    found: [['a', 'unit']],
    asked: 0,
    unread: [],
  });
});

test('suites and runs are read page by page', async () => {
  const more = await read(page([suite('a', page(runs('unit')))], 's1'), [
    { suites: { checkSuites: page([suite('b', page(runs('lint'), 'r1'))]) } },
    { runs: { checkRuns: page(runs('build'), 'r2') } },
    { runs: { checkRuns: page(runs('docs')) } },
  ]);
  expect(more).toEqual({
    found: [
      ['a', 'unit'],
      ['b', 'lint,build,docs'],
    ],
    asked: 3,
    unread: [],
  });
});

test('what four requests do not reach is named', async () => {
  const endless = await read(page([suite('a', page(runs('unit'), 'r1'))]), [
    { runs: { checkRuns: page(runs('more'), 'r1') } },
  ]);
  expect(endless).toMatchObject({ asked: 4, unread: ['further jobs of one workflow of commit c0ffee0123'] });
});

test.each<[string, unknown, Answer, string]>([
  [
    'GitHub fails on a page',
    page([], 's1'),
    { suites: null, error: 'Something went wrong.' },
    'Something went wrong.',
  ],
  ['a commit is gone', page([], 's1'), { suites: null }, "further checks of commit c0ffee0123 can't be read"],
  ['a list is missing', page([], 's1'), { suites: { checkSuites: null } }, "can't be read"],
  [
    'a suite is gone',
    page([suite('a', page(runs('unit'), 'r1'))]),
    { runs: null },
    "further jobs of one workflow of commit c0ffee0123 can't be read",
  ],
])('none is taken for read where %s', async (_, first, answer, words) => {
  await expect(read(first, [answer])).rejects.toThrow(words);
});
