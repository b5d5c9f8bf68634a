// The input `junit`: files of a workflow run become one report of its branch, and what went wrong is said.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readReports } from '../../src/action/read-reports.ts';
import type { Instant } from '../../src/domain/day.ts';
import { junitXml } from '../support/junit-xml.ts';

const NOW = 1_600_000_000_000 as Instant;

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'relcomms-reports-'));
  const tests = [
    { suite: 's', name: 'a', result: 'passed' as const },
    { suite: 's', name: 'b', result: 'skipped' as const },
  ];
  await writeFile(join(folder, 'linux.xml'), junitXml(tests));
  await writeFile(
    join(folder, 'windows.xml'),
    junitXml([{ suite: 's', name: 'a', result: 'failed', message: 'no' }]),
  );
  await writeFile(join(folder, 'broken.xml'), '<testsuite>\n<testcase');
  await writeFile(join(folder, 'empty.xml'), '');
  await writeFile(join(folder, 'coverage.xml'), '<coverage/>');
});

afterAll(() => rm(folder, { recursive: true }));

const PUSH = {
  GITHUB_EVENT_NAME: 'push',
  GITHUB_REF_NAME: 'release-1.10',
  GITHUB_REF_TYPE: 'branch',
  GITHUB_SHA: 'a'.repeat(40),
  GITHUB_RUN_ID: '77',
  GITHUB_RUN_ATTEMPT: '2',
  GITHUB_WORKFLOW: 'CI',
  GITHUB_SERVER_URL: 'https://github.com',
  GITHUB_REPOSITORY: 'acme/demo',
};

const read = (patterns: readonly string[], env: Record<string, string | undefined> = {}) =>
  readReports(patterns, { ...PUSH, GITHUB_WORKSPACE: folder, ...env }, NOW);

test('one report of all files; what failed in one of them failed', async () => {
  expect(await read(['linux.xml', 'windows.xml'])).toEqual({
    reports: [
      {
        branch: 'release-1.10',
        report: {
          commit: 'a'.repeat(40),
          at: NOW,
          run: '77',
          attempt: 2,
          workflow: 'CI',
          url: 'https://github.com/acme/demo/actions/runs/77',
          tests: [
            { suite: 's', name: 'a', result: 'failed', message: 'no' },
            { suite: 's', name: 'b', result: 'skipped' },
          ],
        },
      },
    ],
    notes: [`Read 2 tests of 2 files for release-1.10 at ${'a'.repeat(40)}: 1 failed.`],
    warnings: [],
  });
});

test('files that are not used are named with line and fix, and the report says what is missing', async () => {
  const { reports, warnings } = await read(['*.xml', 'none/*.xml']);
  expect(warnings).toEqual([
    'The input `junit`: the pattern none/*.xml found no file. Correct it, or let a step before write them.',
    expect.stringMatching(
      /^broken\.xml:2:9 is not sound XML \(unclosed tag: testsuite\)\. Check that the tool /,
    ),
    'coverage.xml holds no test results: its outermost element is <coverage>. Name only JUnit files.',
    expect.stringMatching(/^empty\.xml is empty\. /),
  ]);
  // What holds no results leaves no gap, nor does a pattern that names nothing.
  expect(reports[0]?.report.incomplete).toBe(`${warnings[1]} (and 1 more)`);
  expect(reports[0]?.report.tests).toHaveLength(2);
});

test('nothing found: a warning and no report', async () => {
  expect(await read(['none/**'])).toEqual({
    reports: [],
    notes: [],
    warnings: [
      'The input `junit`: the pattern none/** found no file. Correct it, or let a step before write them.',
    ],
  });
});

test.each<[string, Record<string, string | undefined>, RegExp]>([
  [
    'a pull request',
    { GITHUB_EVENT_NAME: 'pull_request', GITHUB_REF_NAME: '7/merge' },
    /pull request are not/,
  ],
  ['a pull request, on its target', { GITHUB_EVENT_NAME: 'pull_request_target' }, /pull request are not/],
  ['after another workflow', { GITHUB_EVENT_NAME: 'workflow_run' }, /event workflow_run may bring/],
  ['a tag', { GITHUB_REF_TYPE: 'tag' }, /of a tag, not of a branch/],
  ['no runner', { GITHUB_SHA: undefined }, /GITHUB_SHA or GITHUB_RUN_ID is missing/],
])('%s: left out with its reason', async (_, env, why) => {
  const { reports, notes, warnings } = await read(['linux.xml'], env);
  expect([reports, warnings]).toEqual([[], []]);
  expect(notes).toEqual([expect.stringMatching(why)]);
});
