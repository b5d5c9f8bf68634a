// Reads the test reports that the newest workflow runs have left as artifacts.
import type { TestReport } from '../../../domain/test-results.ts';
import { shorten } from '../../../text/shorten.ts';
import type { GitHub } from '../../client.ts';
import { failureWords } from '../../failure.ts';
import { sideBySide } from '../../side-by-side.ts';
import type { FinishedRun } from './decode-commit.ts';
import { downloadArtifact } from './download-artifact.ts';
import { type ListedArtifact, listArtifacts } from './list-artifacts.ts';
import type { ReadArtifact } from './read-artifact.ts';
import type { ArtifactMemory, ReadArtifactBytes } from './remember-artifacts.ts';

/** Workflows whose artifacts are listed, each with a request of its own. */
const MOST_WORKFLOWS = 10;

/** Artifacts of one branch; each is two requests, one of them to GitHub. */
const MOST_ARTIFACTS = 12;

/** Zipped bytes of one branch. */
const MOST_BYTES = 40_000_000;

/** What of the budget of one branch is left. */
interface Budget {
  artifacts: number;
  bytes: number;
}

export interface Reports {
  /** Oldest first. */
  readonly reports: readonly TestReport[];
  readonly unread: readonly string[];
}

/** Names of artifacts, and what reads and remembers them. */
export interface ReportsQuestion {
  readonly names: readonly string[];
  readonly readArtifact?: ReadArtifact | undefined;
  readonly artifacts?: ArtifactMemory | undefined;
}

/** One report for each run that has matching artifacts. Never throws for GitHub's sake: what fails is named. */
export async function readReports(
  github: GitHub,
  runs: readonly FinishedRun[],
  question: ReportsQuestion,
): Promise<Reports> {
  const { names, readArtifact } = question;
  if (names.length === 0 || readArtifact === undefined) return { reports: [], unread: [] };
  const newest = newestRuns(runs);
  const budget: Budget = { artifacts: MOST_ARTIFACTS, bytes: MOST_BYTES };
  const reports: TestReport[] = [];
  const further = newest.length - MOST_WORKFLOWS;
  const unread = further > 0 ? [`artifacts of ${further} more workflows`] : [];
  const lists = await sideBySide(
    newest.slice(0, MOST_WORKFLOWS).map((run) => () => listOf(github, run, names)),
  );
  for (const { run, list } of lists) {
    if ('why' in list) {
      unread.push(`artifacts of ${run.workflow}: ${list.why}`);
      continue;
    }
    // oxlint-disable-next-line no-await-in-loop -- within one budget
    const report = await readAll(github, list.artifacts, question, budget);
    const lacking = [...list.unread, ...report.unread];
    unread.push(...lacking.map((what) => `${run.workflow}: ${what}`));
    if (list.artifacts.length > 0) reports.push(reportOf(run, report.tests, lacking, list.artifacts));
  }
  return { reports: reports.toSorted((a, b) => a.at - b.at), unread };
}

type Listed = Awaited<ReturnType<typeof listArtifacts>> | { readonly why: string };

async function listOf(
  github: GitHub,
  run: FinishedRun,
  names: readonly string[],
): Promise<{ readonly run: FinishedRun; readonly list: Listed }> {
  try {
    return { run, list: await listArtifacts(github, run, names) };
  } catch (error) {
    return { run, list: { why: failureWords(error) } };
  }
}

/**
 * Of each workflow the newest run, on the newest commit for which it has ended; commits come newest first.
 * Those with the most jobs come first: tests are rarely in the smallest.
 */
function newestRuns(runs: readonly FinishedRun[]): FinishedRun[] {
  const newest = new Map<string, FinishedRun>();
  for (const run of runs) {
    const known = newest.get(run.workflow);
    if (known === undefined || (known.commit === run.commit && known.number < run.number))
      newest.set(run.workflow, run);
  }
  return [...newest.values()].toSorted((a, b) => b.jobs - a.jobs);
}

function reportOf(
  run: FinishedRun,
  tests: TestReport['tests'],
  lacking: readonly string[],
  [first, ...more]: readonly ListedArtifact[],
): TestReport {
  const { commit, at, attempt, workflow, url } = run;
  const incomplete = lacking.length === 0 ? undefined : lacking.join('; ');
  const artifacts = first === undefined || more.length > 0 ? '#artifacts' : `/artifacts/${first.id}`;
  return { commit, at, run: run.run, attempt, workflow, url, artifacts, tests, incomplete };
}

async function readAll(
  github: GitHub,
  artifacts: readonly ListedArtifact[],
  question: ReportsQuestion,
  budget: Budget,
): Promise<{ readonly tests: TestReport['tests']; readonly unread: readonly string[] }> {
  const tests: TestReport['tests'][number][] = [];
  const unread: string[] = [];
  for (const artifact of artifacts) {
    const name = `artifact ${shorten(artifact.name, 100)}`;
    const obstacle = obstacleOf(artifact, budget);
    if (obstacle !== undefined) {
      unread.push(`${name} ${obstacle}`);
      continue;
    }
    try {
      budget.artifacts -= 1;
      // oxlint-disable-next-line no-await-in-loop -- one in memory at a time
      const found = await readOne(github, artifact, question, budget.bytes);
      budget.bytes -= found.bytes;
      tests.push(...found.tests);
      unread.push(...found.unread.map((what) => `${name}: ${what}`));
    } catch (error) {
      unread.push(`${name}: ${failureWords(error)}`);
    }
  }
  return { tests, unread };
}

/** A remembered one costs as much of the budget as one that is downloaded: what is read must not depend on memory. */
async function readOne(
  github: GitHub,
  { id }: ListedArtifact,
  { readArtifact, artifacts }: ReportsQuestion,
  most: number,
): Promise<ReadArtifactBytes> {
  const known = artifacts?.get(github, id);
  if (known !== undefined) return known;
  const zip = await downloadArtifact(github, id, most);
  const found = await readArtifact?.(zip);
  const read = { bytes: zip.byteLength, tests: found?.tests ?? [], unread: found?.unread ?? [] };
  artifacts?.keep(github, id, read);
  return read;
}

function obstacleOf({ expired, size }: ListedArtifact, budget: Budget): string | undefined {
  if (expired) return 'has expired';
  if (budget.artifacts === 0) return `is one of more than ${MOST_ARTIFACTS}`;
  return size > budget.bytes ? 'is too large' : undefined;
}
