// What a look knows of the tests and the results of a release; what can't be read is unknown, and never "none".
import { type KnownNames, readTests, testProblems } from '../../config/read-tests.ts';
import { toManualTest } from '../../config/to-manual-test.ts';
import type { Known } from '../../domain/known.ts';
import { type ManualTest, type Results, resultsOf } from '../../domain/manual-test.ts';
import type { BranchFile } from '../../domain/observed.ts';
import type { Release } from '../../domain/release.ts';
import { readResults } from '../../manual-tests/results-file.ts';
import type { DutyContext } from '../duty.ts';
import type { ManualConfig } from './config.ts';
import { reasons } from './render.ts';

/** Mistakes of a file that are named; correcting these shows the rest. */
const MOST = 3;

type Context = Pick<DutyContext<ManualConfig>, 'config' | 'releases' | 'teams'>;

/** Tests and results, both or neither. */
export interface TestState {
  readonly tests: readonly ManualTest[];
  readonly results: Results;
}

export function resultsPath({ version }: Pick<Release, 'version'>): string {
  return `${version}/results.jsonl`;
}

/** A reason is plain text, and may hold words from outside. */
export function stateOf(release: Release, context: Context, files: readonly BranchFile[]): Known<TestState> {
  const tests = testsIn(context, files);
  if (!tests.known) return tests;
  const results = resultsIn(release, context.config, files);
  if (!results.known) return results;
  return known({ tests: tests.value, results: results.value });
}

/** Those of the config, then those of the file. */
function testsIn(
  { config, releases, teams }: Context,
  files: readonly BranchFile[],
): Known<readonly ManualTest[]> {
  const own = config.tests.map(toManualTest);
  const { file: path } = config;
  if (path === undefined) return known(own);
  const text = textOf(files, path);
  if (!text.known) return unknown(reasons.unread(path, text.why));
  if (text.value === undefined) return unknown(reasons.noFile(path));
  const names: KnownNames = {
    teams: Object.keys(teams),
    milestones: [...new Set(releases.flatMap(({ milestones }) => milestones.map(({ id }) => id)))],
  };
  const read = readTests(text.value, names);
  if (!read.ok)
    return unknown(reasons.mistakes(path, read.problems.slice(0, MOST), read.problems.length - MOST));
  const all = [...own, ...read.tests];
  const twice = testProblems(all, names).find(({ code }) => code === 'repeated-test');
  return twice === undefined ? known(all) : unknown(reasons.mistakes(path, [twice], 0));
}

/** Lines that are no results would be lost with the next write: so there is none until somebody has corrected them. */
function resultsIn(
  release: Pick<Release, 'version'>,
  { branch }: ManualConfig,
  files: readonly BranchFile[],
): Known<Results> {
  const path = resultsPath(release);
  const text = textOf(files, path, branch);
  if (!text.known) return unknown(reasons.unread(path, text.why));
  if (text.value === undefined) return known(resultsOf([]));
  const read = readResults(text.value);
  if (read === undefined) return unknown(reasons.unread(path, reasons.large()));
  return read.unread.length === 0
    ? known(read.results)
    : unknown(reasons.noResults(path, branch, read.unread));
}

function textOf(files: readonly BranchFile[], path: string, branch?: string): Known<string | undefined> {
  const file = files.find((one) => one.path === path && one.branch === branch);
  return file?.text ?? unknown(reasons.notRead());
}

function known<T>(value: T): Known<T> {
  return { known: true, value };
}

function unknown(why: string): Known<never> {
  return { known: false, why };
}
