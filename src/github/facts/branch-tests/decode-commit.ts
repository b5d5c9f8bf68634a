// Turns a commit with its checks as GraphQL gives it into our own words.
import { CANDIDATE_CHECK, CHECK_NAME } from '../../../domain/check-name.ts';
import { type Instant, parseInstant } from '../../../domain/day.ts';
import type { BranchCommit, JobRun } from '../../../domain/test-results.ts';
import { shorten } from '../../../text/shorten.ts';
import { loginOf } from '../../accounts.ts';
import { present } from '../../present.ts';
import type { RawCheckRun, RawChecked, RawIntroducer, RawStatus, RawSuite } from './raw-checks.ts';

/** Characters of a name that comes from outside. */
const LONGEST_NAME = 200;

const LONGEST_ADDRESS = 1000;

/** A job before it is known whether its name is the only one. */
export type FoundJob = JobRun & {
  /** The workflow or App that it belongs to. */
  readonly source: string;
};

/** A workflow run that has come to its end. */
export interface FinishedRun {
  /** Its id. */
  readonly run: string;
  readonly workflow: string;
  /** Within the workflow. */
  readonly number: number;
  readonly commit: string;
  readonly at: Instant;
  /** How often the job that was started most often was started. */
  readonly attempt: number;
  /** How many jobs it has. */
  readonly jobs: number;
  readonly url?: string | undefined;
}

/** The pull request is the one that brought it: merged, into this branch if there is such a one. */
export function decodeCommit(raw: RawChecked, branch: string): BranchCommit {
  const pull = introducer(raw, branch);
  return {
    sha: raw.oid,
    at: instantOf(raw.committedDate),
    pull: pull && {
      number: pull.number,
      title: shorten(pull.title, 256),
      author: loginOf(pull.author) ?? 'ghost',
    },
  };
}

/** A commit that is not on the default branch is in open pull requests, too: those have not brought it. */
function introducer({ oid, associatedPullRequests }: RawChecked, branch: string): RawIntroducer | undefined {
  const merged = present(associatedPullRequests?.nodes).filter(({ state }) => state === 'MERGED');
  const here = merged.filter(({ baseRefName }) => baseRefName === branch);
  return here.find(({ mergeCommit }) => mergeCommit?.oid === oid) ?? here[0] ?? merged[0];
}

/** Everything that CI said of it; the check of configs, which one of our accounts makes, is no job. */
export function decodeJobs(raw: RawChecked, accounts: readonly string[]): FoundJob[] {
  return [
    ...present(raw.checkSuites?.nodes).flatMap((suite) => jobsOfSuite(raw.oid, suite, accounts)),
    ...(raw.status?.contexts ?? []).map((status) => jobOfStatus(raw.oid, status)),
  ];
}

/** The workflow runs that ended by themselves. */
export function decodeFinishedRuns(raw: RawChecked): FinishedRun[] {
  return present(raw.checkSuites?.nodes).flatMap((suite): FinishedRun[] => {
    const { workflowRun: run, status, conclusion } = suite;
    if (run === null || run.databaseId === null || status !== 'COMPLETED') return [];
    if (!ENDED.includes(conclusion ?? '')) return [];
    const runs = present(suite.checkRuns?.nodes);
    const names = runs.map(({ name }) => name);
    const ends = runs.flatMap(({ completedAt }) => completedAt ?? []).toSorted();
    return [
      {
        run: String(run.databaseId),
        workflow: nameOf(run.workflow.name),
        number: run.runNumber,
        commit: raw.oid,
        at: instantOf(ends.at(-1) ?? suite.updatedAt),
        attempt: Math.max(1, ...names.map((name) => names.filter((other) => other === name).length)),
        jobs: new Set(names).size,
        url: addressOf(run.url),
      },
    ];
  });
}

/** What a workflow ends with when its jobs had their say. */
const ENDED = ['SUCCESS', 'FAILURE', 'TIMED_OUT', 'NEUTRAL'];

const FAILED = ['FAILURE', 'TIMED_OUT', 'STARTUP_FAILURE', 'ACTION_REQUIRED'];

function resultOf(status: string, conclusion: string | null): JobRun['result'] {
  if (status !== 'COMPLETED') return 'pending';
  if (conclusion === 'SUCCESS') return 'passed';
  return FAILED.includes(conclusion ?? '') ? 'failed' : 'skipped';
}

/** A workflow that GitHub could not even start has no jobs; its failure stands in its own name. */
function jobsOfSuite(commit: string, suite: RawSuite, accounts: readonly string[]): FoundJob[] {
  const { app, workflowRun: run } = suite;
  const source = nameOf(run?.workflow.name ?? app?.slug ?? 'checks');
  const ours = accounts.includes(`${app?.slug ?? ''}[bot]`);
  const id = run?.databaseId ?? undefined;
  const shared = {
    commit,
    source,
    ...(id === undefined ? {} : { run: String(id) }),
    ...(run === null ? {} : { workflow: nameOf(run.workflow.name) }),
  };
  const runs = present(suite.checkRuns?.nodes);
  if (runs.length === 0) {
    if (run === null || resultOf(suite.status, suite.conclusion) !== 'failed') return [];
    return [
      { ...shared, job: source, at: instantOf(suite.updatedAt), result: 'failed', url: addressOf(run.url) },
    ];
  }
  return runs
    .filter(({ name }) => !(ours && (name === CHECK_NAME || name === CANDIDATE_CHECK)))
    .map((check) => ({ ...shared, ...jobOfRun(check, suite.createdAt) }));
}

function jobOfRun(check: RawCheckRun, begun: string): Pick<FoundJob, 'job' | 'at' | 'result' | 'url'> {
  return {
    job: nameOf(check.name),
    at: instantOf(check.completedAt ?? check.startedAt ?? begun),
    result: resultOf(check.status, check.conclusion),
    url: addressOf(check.detailsUrl) ?? addressOf(check.permalink),
  };
}

const STATUSES: Readonly<Record<string, JobRun['result']>> = {
  SUCCESS: 'passed',
  FAILURE: 'failed',
  ERROR: 'failed',
};

/** GitHub tells the newest status of each context only. */
function jobOfStatus(commit: string, { context, state, createdAt, targetUrl }: RawStatus): FoundJob {
  return {
    job: nameOf(context),
    commit,
    at: instantOf(createdAt),
    result: STATUSES[state] ?? 'pending',
    url: addressOf(targetUrl),
    source: 'status',
  };
}

function nameOf(text: string): string {
  return shorten(text, LONGEST_NAME);
}

/** Whoever reports a check chooses the address; what is none of the web is left out. */
function addressOf(text: string | null): string | undefined {
  return text !== null && text.length <= LONGEST_ADDRESS && /^https?:\/\//i.test(text) && URL.canParse(text)
    ? text
    : undefined;
}

function instantOf(text: string): Instant {
  return parseInstant(text) ?? (0 as Instant);
}
