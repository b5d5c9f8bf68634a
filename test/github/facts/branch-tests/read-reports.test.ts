// Which artifacts of a branch are read: a budget of bytes and of artifacts, and the newest run of each workflow.
import type { Instant } from '../../../../src/domain/day.ts';
import type { GitHub } from '../../../../src/github/client.ts';
import type { FinishedRun } from '../../../../src/github/facts/branch-tests/decode-commit.ts';
import { readReports } from '../../../../src/github/facts/branch-tests/read-reports.ts';
import { scriptedGitHub } from '../../../support/scripted-github.ts';

const MEGABYTE = 1_000_000;

interface Listed {
  readonly name: string;
  readonly size: number;
  readonly expired?: boolean;
}

const run = (id: number, more: Partial<FinishedRun> = {}): FinishedRun => ({
  run: String(id),
  workflow: `ci-${id}`,
  number: id,
  commit: 'c1',
  at: id as Instant,
  attempt: 1,
  jobs: 1,
  ...more,
});

const readArtifact = async () => ({ tests: [], unread: [] });

/** A GitHub that lists these artifacts by run, and remembers what each of them holds. */
async function reportsOf(runs: readonly FinishedRun[], artifacts: Readonly<Record<string, Listed[]>>) {
  const ids = new Map<number, number>();
  const request = async (_: string, { run_id: id }: { run_id: number }) => {
    const listed = (artifacts[id] ?? []).map(({ name, size, expired = false }, index) => {
      ids.set(id * 100 + index, size);
      return { id: id * 100 + index, name, size_in_bytes: size, expired };
    });
    return { data: { artifacts: listed, total_count: listed.length } };
  };
  const test = { suite: 'api', name: 'works', result: 'passed' as const };
  const memory = {
    get: (_: GitHub, id: number) => ({ bytes: ids.get(id) ?? 0, tests: [test], unread: [] }),
    keep: () => {},
  };
  return readReports(scriptedGitHub({ request }), runs, {
    names: ['junit*'],
    readArtifact,
    artifacts: memory,
  });
}

const junit = (index: number, size = 1): Listed => ({ name: `junit-${index}`, size });

test('the bytes of a branch are one budget for all of its artifacts', async () => {
  const { reports, unread } = await reportsOf([run(1)], {
    1: [junit(1, 25 * MEGABYTE), junit(2, 20 * MEGABYTE), junit(3, 15 * MEGABYTE)],
  });
  expect(unread).toEqual(['ci-1: artifact junit-2 is too large']);
  expect(reports[0]?.tests).toHaveLength(2);
  expect(reports[0]?.incomplete).toBe('artifact junit-2 is too large');
});

test('a report says where its only artifact is, or all of them', async () => {
  const { reports } = await reportsOf([run(1), run(2)], { 1: [junit(1)], 2: [junit(1), junit(2)] });
  expect(reports.map(({ artifacts }) => artifacts)).toEqual(['/artifacts/100', '#artifacts']);
});

test('so is their number, over all workflows', async () => {
  const seven = Array.from({ length: 7 }, (_, index) => junit(index));
  const { reports, unread } = await reportsOf([run(1), run(2)], { 1: seven, 2: seven });
  expect(reports.map(({ tests }) => tests.length)).toEqual([7, 5]);
  expect(unread).toEqual([
    'ci-2: artifact junit-5 is one of more than 12',
    'ci-2: artifact junit-6 is one of more than 12',
  ]);
});

test('one that has expired is named, and costs nothing', async () => {
  const { reports, unread } = await reportsOf([run(1)], {
    1: [{ ...junit(1, 39 * MEGABYTE), expired: true }, junit(2, 39 * MEGABYTE)],
  });
  expect(unread).toEqual(['ci-1: artifact junit-1 has expired']);
  expect(reports[0]?.tests).toHaveLength(1);
});

test('of a workflow the newest run of the newest commit counts', async () => {
  const workflow = 'ci';
  const runs = [
    run(4, { workflow }),
    run(5, { workflow }),
    run(3, { workflow, commit: 'c0', number: 9 }),
    run(2, { workflow: 'lint', jobs: 2 }),
  ];
  const { reports } = await reportsOf(runs, { 2: [junit(1)], 3: [junit(1)], 4: [junit(1)], 5: [junit(1)] });
  expect(reports.map((report) => report.run)).toEqual(['2', '5']);
});

test('ten workflows are asked, those with the most jobs; the others are named', async () => {
  const runs = Array.from({ length: 12 }, (_, index) => run(index + 1, { jobs: index }));
  const listed = Object.fromEntries(runs.map(({ run: id }) => [id, [junit(1)]]));
  const { reports, unread } = await reportsOf(runs, listed);
  expect(reports.map((report) => report.run)).toEqual(['3', '4', '5', '6', '7', '8', '9', '10', '11', '12']);
  expect(unread).toEqual(['artifacts of 2 more workflows']);
});

test('nothing that is asked for is nothing', async () => {
  expect(await reportsOf([run(1)], { 1: [{ name: 'coverage', size: 1 }] })).toEqual({
    reports: [],
    unread: [],
  });
});
