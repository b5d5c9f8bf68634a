// The files of `relcomms sheet`: the tests, the results, and the workbook.
import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import { formatProblems } from '../config/format-problems.ts';
import { type TestsResult, readTests } from '../config/read-tests.ts';
import type { ManualTest, Results } from '../domain/manual-test.ts';
import type { Release } from '../domain/release.ts';
import { readResults } from '../manual-tests/results-file.ts';
import { kindOf } from '../schedule/milestone-kind.ts';
import { type Arguments, type Io, UNUSABLE, textOf } from './command.ts';
import { readConfigFile } from './read-config-file.ts';
import { readIfThere } from './read-if-there.ts';

export const DEFAULT_TESTS = '.github/relcomms-tests.yml';

/** What both halves of the command begin with. */
export interface SheetInput {
  readonly release: Release;
  readonly tests: readonly ManualTest[];
  /** Ids of the milestones of its candidates, in the order of their days. */
  readonly candidates: readonly string[];
  readonly results: Results;
  /** Text of the results file as it was read; undefined when there is none. */
  readonly before: string | undefined;
}

/** Where the results of a release are, unless `--results` says otherwise. */
export function resultsFileOf(given: Arguments, version: string): string {
  return textOf(given, 'results') ?? `${version}-results.jsonl`;
}

/** Everything that the command needs, or the exit code of a failure whose reason was printed. */
export async function readSheetInput(
  given: Arguments,
  version: string | undefined,
  io: Io,
): Promise<SheetInput | { readonly exit: number }> {
  const config = await readConfigFile(given, io);
  if ('exit' in config) return config;
  const release = config.releases.find((one) => one.version === version);
  if (release === undefined) {
    const known = config.releases.map((one) => one.version).join(', ');
    const what = version === undefined ? 'Which release?' : `There is no release ${version}.`;
    return fail(io, `${what} The config has ${known === '' ? 'none' : known}.`);
  }
  const candidates = release.milestones
    .filter((milestone) => kindOf(milestone, release.version) === 'rc')
    .map(({ id }) => id);
  if (candidates.length === 0)
    return fail(
      io,
      `${release.version} has no milestone of the kind rc, so nothing would be tested. Add one, such as rc1.`,
    );
  const tests = await readTestsFile(given, Object.keys(config.config.teams), release, io);
  if ('exit' in tests) return tests;
  const results = await readResultsFile(given, release.version, io);
  if ('exit' in results) return results;
  return { release, candidates, ...tests, ...results };
}

async function readTestsFile(
  given: Arguments,
  teams: readonly string[],
  release: Release,
  io: Io,
): Promise<{ readonly tests: readonly ManualTest[] } | { readonly exit: number }> {
  const file = textOf(given, 'tests') ?? DEFAULT_TESTS;
  const text = await readIfThere(file);
  if (text === undefined)
    return fail(io, `${file} is not there. Set the file of the tests with --tests FILE.`);
  if (typeof text !== 'string') return fail(io, `${file} ${text.trouble}`);
  const milestones = release.milestones.map(({ id }) => id);
  const read: TestsResult = readTests(text, { teams, milestones });
  if (read.ok) return { tests: read.tests };
  io.err(`${formatProblems(read.problems, file)}\nThe tests have errors. Fix them, then try again.\n`);
  return { exit: 1 };
}

async function readResultsFile(
  given: Arguments,
  version: string,
  io: Io,
): Promise<Pick<SheetInput, 'results' | 'before'> | { readonly exit: number }> {
  const file = resultsFileOf(given, version);
  const text = await readIfThere(file);
  if (text === undefined) return { results: new Map(), before: undefined };
  if (typeof text !== 'string') return fail(io, `${file} ${text.trouble}`);
  const read = readResults(text);
  if (read === undefined) return fail(io, `${file} is too large to be a file of results.`);
  const [line] = read.unread;
  // Written back without them, they would be lost.
  if (line !== undefined)
    return fail(
      io,
      `${file}, line ${line}: this is not a result. Restore the file from git, or delete the line.`,
    );
  return { results: read.results, before: text };
}

function fail(io: Io, message: string): { readonly exit: number } {
  io.err(`${message}\n`);
  return { exit: UNUSABLE };
}

/** The bytes of a file; undefined when there is none. Throws what the file system says otherwise. */
export async function readBytes(file: string): Promise<Uint8Array | undefined> {
  try {
    return await readFile(file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

/** Writes the file in one step; a reason in words when that fails. */
export async function writeWhole(file: string, content: string | Uint8Array): Promise<string | undefined> {
  const draft = `${file}.${process.pid}.tmp`;
  try {
    await writeFile(draft, content, { flag: 'wx' });
    await rename(draft, file);
    return undefined;
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? 'unknown reason';
    return `${file} can't be written (${code}). Check the folder and its permissions.`;
  } finally {
    await rm(draft, { force: true });
  }
}
