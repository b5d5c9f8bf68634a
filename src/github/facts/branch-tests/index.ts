// The fact `branchTests`: what CI said of the release branches, mostly one request a branch.
import * as z from 'zod';
import type { BranchReport, BranchTests } from '../../../domain/test-results.ts';
import { sideBySide } from '../../side-by-side.ts';
import { type FactSource, type Look, known } from '../fact.ts';
import { NAMES, union } from '../name-list.ts';
import { decodeCommit, decodeFinishedRuns, decodeJobs } from './decode-commit.ts';
import { closeGaps } from './further-checks.ts';
import { nameJobs } from './name-jobs.ts';
import type { ReadArtifact } from './read-artifact.ts';
import { type ReadBranch, readBranch } from './read-branch.ts';
import { readReports } from './read-reports.ts';
import type { ArtifactMemory } from './remember-artifacts.ts';
import { withReports } from './with-reports.ts';

declare module '../../../domain/observed.ts' {
  interface Observed {
    /** Of the branches asked for that exist, and of those whose reports the run brings along. */
    readonly branchTests: readonly BranchTests[];
  }
}

declare module '../../../domain/questions.ts' {
  interface Questions {
    readonly branchTests?: BranchTestsQuestion | undefined;
  }
}

declare module '../fact.ts' {
  interface Setting {
    /** Reads an artifact; without it none is downloaded. */
    readonly readArtifact?: ReadArtifact | undefined;
    /** What was read of artifacts before; absent: each is downloaded again. */
    readonly artifacts?: ArtifactMemory | undefined;
    /** Test results that come with the run itself, beside those that are at GitHub. */
    readonly reports?: readonly BranchReport[] | undefined;
  }
}

export interface BranchTestsQuestion {
  /** Branches whose commits, jobs and test reports are read. */
  readonly branches: readonly string[];
  /** Names of the artifacts that hold test reports, or beginnings of names that end in `*`; without any, none is read. */
  readonly artifacts: readonly string[];
}

/** Requests that a branch costs, roughly: those for its checks, and those for artifacts. */
const REQUESTS = 5;
const REQUESTS_FOR_ARTIFACTS = 35;

export const branchTests: FactSource<'branchTests', 'branchTests'> = {
  question: 'branchTests',
  facts: ['branchTests'],
  permission: 'checks: read and actions: read',
  isKept: true,
  bare: { branches: [], artifacts: [] },
  shape: z.strictObject({ branches: NAMES, artifacts: NAMES }),
  join: (a, b) => ({
    branches: union(a.branches, b.branches),
    artifacts: union(a.artifacts, b.artifacts),
  }),
  count: ({ branches, artifacts }) =>
    artifacts.length + branches.length * (REQUESTS + (artifacts.length === 0 ? 0 : REQUESTS_FOR_ARTIFACTS)),
  read: async (look) => {
    const { question, setting } = look;
    const read = await sideBySide(question.branches.map((branch) => () => checksOf(branch, look)));
    const found: BranchTests[] = [];
    for (const checks of read.flatMap((one) => one ?? [])) {
      // oxlint-disable-next-line no-await-in-loop -- artifacts of one branch in memory at a time
      found.push(await testsOf(checks, look));
    }
    return { branchTests: known(withReports(found, setting.reports ?? [], question.branches)) };
  },
};

interface Checks extends Pick<ReadBranch, 'commits' | 'unread'> {
  readonly branch: string;
}

/** Undefined when there is no such branch. */
async function checksOf(branch: string, { github }: Look<'branchTests'>): Promise<Checks | undefined> {
  const read = await readBranch(github, branch);
  if (read === undefined) return undefined;
  const { commits, unread } = await closeGaps(github, read);
  return { branch, commits, unread: [...read.unread, ...unread] };
}

async function testsOf(
  { branch, commits, unread }: Checks,
  { github, question, setting }: Look<'branchTests'>,
): Promise<BranchTests> {
  const runs = commits.flatMap(decodeFinishedRuns);
  const { reports, unread: unreadReports } = await readReports(github, runs, {
    ...setting,
    names: question.artifacts,
  });
  return {
    branch,
    commits: commits.map((commit) => decodeCommit(commit, branch)),
    jobs: nameJobs(commits.flatMap((commit) => decodeJobs(commit, setting.accounts))),
    reports,
    unread: [...unread, ...unreadReports],
  };
}
