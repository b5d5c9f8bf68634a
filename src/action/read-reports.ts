// Reads the JUnit files of a workflow run into one report, and says what came of it.
import { constants, open } from 'node:fs/promises';
import { join } from 'node:path';
import type { Instant } from '../domain/day.ts';
import type { BranchReport, TestOutcome, TestReport } from '../domain/test-results.ts';
import { JUNIT_LIMITS } from '../test-results/limits.ts';
import { mergeOutcomes } from '../test-results/merge-outcomes.ts';
import { oneLine } from '../test-results/one-line.ts';
import { readJunit } from '../test-results/read-junit.ts';
import type { JunitReading } from '../test-results/reading.ts';
import { reasonWords } from '../test-results/reason-words.ts';
import { renderRefusal } from '../test-results/render-refusal.ts';
import { countWords } from '../text/words.ts';
import { type FoundFiles, findFiles } from './find-files.ts';
import { type ReportPlace, reportPlace } from './report-place.ts';

export interface Reports {
  /** One, or none when there is nothing to tell. */
  readonly reports: readonly BranchReport[];
  /** Lines for the log, each one line, unescaped. */
  readonly notes: readonly string[];
  readonly warnings: readonly string[];
}

/** Warnings that are shown; the others are counted. */
const SHOWN = 20;

interface FilesRead {
  readonly tests: readonly TestOutcome[];
  readonly warnings: readonly string[];
  /** What is missing in the tests, in words. */
  readonly missing: readonly string[];
}

/** `patterns` count from the workspace; `now` is when the report was looked at. */
export async function readReports(
  patterns: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
  now: Instant,
): Promise<Reports> {
  const place = reportPlace(env);
  if ('why' in place)
    return { reports: [], notes: [`The input \`junit\` is left out: ${oneLine(place.why)}`], warnings: [] };
  const root = env['GITHUB_WORKSPACE'] ?? process.cwd();
  const found = await findFiles(root, patterns);
  const warnings = found.trouble.map((line) => `The input \`junit\`: ${oneLine(line)}`);
  if (found.files.length === 0) return { reports: [], notes: [], warnings: fewOf(warnings) };
  const read = await readFiles(root, found);
  const report = reportOf(place, now, read);
  return {
    reports: [{ branch: place.branch, report }],
    notes: [noteOf(place, found, report)],
    warnings: fewOf([...warnings, ...read.warnings]),
  };
}

function fewOf(warnings: readonly string[]): readonly string[] {
  const rest = warnings.length - SHOWN;
  return rest > 0
    ? [...warnings.slice(0, SHOWN), `The input \`junit\`: ${countWords(rest, 'warning')} more.`]
    : warnings;
}

/** One file after the other, so that only one is in memory. */
async function readFiles(root: string, { files, missing }: FoundFiles): Promise<FilesRead> {
  const tests: TestOutcome[] = [];
  const warnings: string[] = [];
  const gaps = [...missing];
  for (const file of files) {
    // oxlint-disable-next-line no-await-in-loop -- see above
    const reading = await readOne(join(root, ...file.split('/')));
    const refusal = renderRefusal(file, reading);
    if (refusal !== undefined) warnings.push(refusal);
    // What is no JUnit file leaves no gap.
    if (refusal !== undefined && reading.kind === 'refused') gaps.push(refusal);
    if (reading.kind === 'read') for (const test of reading.tests) tests.push(test);
    if (tests.length > JUNIT_LIMITS.tests) {
      const full = `${oneLine(file)} and what follows it is left out: there are more than ${JUNIT_LIMITS.tests} tests. Narrow the patterns.`;
      return { tests: [], warnings: [...warnings, full], missing: [...gaps, full] };
    }
  }
  return { tests: mergeOutcomes(tests), warnings, missing: gaps };
}

/** What became a symbolic link meanwhile is not followed. */
async function readOne(path: string): Promise<JunitReading> {
  try {
    const file = await open(path, constants.O_RDONLY | constants.O_NOFOLLOW);
    try {
      return await readJunit(file.createReadStream({ autoClose: false }) as AsyncIterable<Uint8Array>);
    } finally {
      await file.close();
    }
  } catch (error) {
    return {
      kind: 'refused',
      message: `can't be read (${reasonWords(error)})`,
      fix: 'Check its permissions.',
    };
  }
}

function reportOf(place: ReportPlace, at: Instant, { tests, missing }: FilesRead): TestReport {
  const { commit, run, attempt, workflow, url } = place;
  const [first] = missing;
  const more = missing.length > 1 ? ` (and ${missing.length - 1} more)` : '';
  const incomplete = first === undefined ? {} : { incomplete: `${first}${more}` };
  return { commit, at, run, attempt, workflow, url, tests, ...incomplete };
}

function noteOf({ branch, commit }: ReportPlace, { files }: FoundFiles, { tests }: TestReport): string {
  const failed = tests.filter(({ result }) => result === 'failed').length;
  const read = `Read ${countWords(tests.length, 'test')} of ${countWords(files.length, 'file')}`;
  return `${read} for ${oneLine(branch)} at ${oneLine(commit)}: ${failed} failed.`;
}
