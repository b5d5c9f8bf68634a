// Takes green runs of a workflow that left no report: what made their jobs fail before has not failed in them.
import type { BranchTests, JobRun } from '../../../domain/test-results.ts';
import { familyOfWorkflow } from './family.ts';
import { leaveBehind } from './leave-behind.ts';
import { byTime } from './take-reports.ts';
import { type RecordedRun, type TestRecord, WINDOW } from './test-record.ts';

/** One workflow run with all its jobs; a job that was started again has several. */
interface JobsOfRun {
  readonly run: string;
  readonly attempt: number;
  readonly workflow: string;
  readonly jobs: readonly JobRun[];
}

/**
 * The record with a run for each of them that turns a test green. A test passes by its jobs only where they tell of it:
 * the run in which it failed last had red jobs, and every one of these is green in a later run of the same workflow.
 * A job that is skipped or missing says nothing, nor does a run whose jobs were green although the test failed.
 */
export function takeGreenRuns(
  record: TestRecord,
  branch: Pick<BranchTests, 'commits' | 'jobs'>,
  watched: ReadonlySet<string> = new Set(),
): TestRecord {
  const all = runsOf(branch.jobs);
  const found = all.flatMap((one) => greenRun(one, all, record, branch.commits));
  if (found.length === 0) return record;
  return leaveBehind({ ...record, runs: [...record.runs, ...found].toSorted(byTime) }, WINDOW, watched);
}

function runsOf(jobs: readonly JobRun[]): JobsOfRun[] {
  const byRun = new Map<string, JobRun[]>();
  for (const job of jobs)
    if (job.run !== undefined && job.workflow !== undefined)
      byRun.set(job.run, [...(byRun.get(job.run) ?? []), job]);
  return [...byRun].map(([run, own]) => {
    const names = own.map(({ job }) => job);
    const attempt = Math.max(...names.map((name) => names.filter((other) => other === name).length));
    return { run, attempt, workflow: own[0]?.workflow ?? '', jobs: own };
  });
}

function greenRun(
  { run, attempt, workflow, jobs }: JobsOfRun,
  all: readonly JobsOfRun[],
  record: TestRecord,
  commits: BranchTests['commits'],
): RecordedRun[] {
  const last = jobs.at(-1);
  if (last === undefined || isKnown({ run, attempt }, record) || !hasEnded(jobs)) return [];
  if (record.runs.length >= WINDOW && last.at <= (record.runs[0]?.at ?? 0)) return [];
  const { commit, at, url } = last;
  const family = familyOfWorkflow(workflow);
  const place = (sha: string): number => commits.findIndex((one) => one.sha === sha);
  const earlier = record.runs.filter((one) => {
    const newer = place(one.commit) - place(commit);
    return one.family === family && place(one.commit) >= 0 && (newer > 0 || (newer === 0 && one.at <= at));
  });
  const passed = [...record.tests.keys()].filter((id) => {
    const failed = earlier.findLast((one) => one.failed.includes(id));
    const red = all.find((one) => one.run === failed?.run)?.jobs.filter(({ result }) => result === 'failed');
    return red !== undefined && red.length > 0 && red.every(({ job }) => resultOf(job, jobs) === 'passed');
  });
  if (passed.length === 0) return [];
  const nothing = { failed: [], skipped: [], gone: [] };
  return [{ run, attempt, commit, at, url, family, complete: false, passed: passed.toSorted(), ...nothing }];
}

/** A later attempt of a run whose report is known counts; an earlier one is over. */
function isKnown({ run, attempt }: Pick<JobsOfRun, 'run' | 'attempt'>, { runs }: TestRecord): boolean {
  return runs.some((one) => one.run === run && one.attempt >= attempt);
}

function hasEnded(jobs: readonly JobRun[]): boolean {
  return jobs.every(({ result }) => result !== 'pending');
}

/** How it ended when it ran last. */
function resultOf(name: string, jobs: readonly JobRun[]): JobRun['result'] | undefined {
  return jobs.findLast(({ job }) => job === name)?.result;
}
