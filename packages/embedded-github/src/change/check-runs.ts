// Check runs and their suites come into being and come to an end.
import type { CheckRun, CheckSuite, WorkflowRun } from '../model/ci.ts';
import type { Repo } from '../model/repo.ts';
import type { World } from '../model/world.ts';

export interface NewSuite {
  readonly app: string;
  readonly sha: string;
  readonly branch?: string | null;
  readonly run?: WorkflowRun | null;
  readonly at?: string | undefined;
}

/** The suites of each commit and the runs of each suite, oldest first: a repository may have thousands. */
const suitesOf = new WeakMap<Repo, Map<string, CheckSuite[]>>();
const runsIn = new WeakMap<CheckSuite, CheckRun[]>();

export function newSuite(world: World, repo: Repo, from: NewSuite): CheckSuite {
  const { app, sha, branch = null, run = null, at = world.now() } = from;
  const id = world.nextId();
  const suite = { id, nodeId: `CS_${id}`, app, sha, branch, run, createdAt: at, updatedAt: at };
  repo.suites.push(suite);
  const bySha = suitesOf.get(repo) ?? new Map<string, CheckSuite[]>();
  suitesOf.set(repo, bySha.set(sha, [...(bySha.get(sha) ?? []), suite]));
  return suite;
}

/** The suites of a commit, oldest first. */
export function suitesAt(repo: Repo, sha: string): readonly CheckSuite[] {
  return suitesOf.get(repo)?.get(sha) ?? [];
}

/** The suite of an App's own check runs; workflows have theirs apart. */
export function suiteOf(world: World, repo: Repo, app: string, sha: string): CheckSuite {
  const found = suitesAt(repo, sha).find((suite) => suite.app === app && suite.run === null);
  return found ?? newSuite(world, repo, { app, sha });
}

export type NewCheckRun = Pick<CheckRun, 'name' | 'status' | 'conclusion'> &
  Partial<Pick<CheckRun, 'startedAt' | 'completedAt' | 'detailsUrl' | 'externalId' | 'output' | 'attempt'>>;

export function newCheckRun(world: World, repo: Repo, suite: CheckSuite, from: NewCheckRun): CheckRun {
  const run: CheckRun = {
    attempt: 1,
    startedAt: world.now(),
    completedAt: from.status === 'completed' ? world.now() : null,
    detailsUrl: null,
    externalId: '',
    output: { title: null, summary: null, text: null },
    ...from,
    id: world.nextId(),
    suite,
    annotations: [],
  };
  repo.checks.set(run.id, run);
  const others = runsIn.get(suite) ?? [];
  others.push(run);
  runsIn.set(suite, others);
  suite.updatedAt = run.completedAt ?? run.startedAt ?? suite.updatedAt;
  return run;
}

/** The check runs of a suite, oldest first; `latest` is the newest of each name. */
export function runsOf(suite: CheckSuite, which: 'all' | 'latest'): CheckRun[] {
  const all = [...(runsIn.get(suite) ?? [])];
  return which === 'all' ? all : [...new Map(all.map((run) => [run.name, run])).values()];
}

/** What the newest runs of a suite come to together, in REST's words. */
export function stateOfSuite(suite: CheckSuite): {
  readonly status: string;
  readonly conclusion: string | null;
} {
  if (suite.run?.unstartable === true) return { status: 'completed', conclusion: 'startup_failure' };
  const runs = runsOf(suite, 'latest');
  if (runs.length === 0) return { status: 'queued', conclusion: null };
  if (runs.some(({ status }) => status !== 'completed')) {
    const begun = runs.some(({ status }) => status !== 'queued');
    return { status: begun ? 'in_progress' : 'queued', conclusion: null };
  }
  const worst = ['failure', 'timed_out', 'action_required', 'cancelled', 'stale', 'success', 'neutral'];
  const found = worst.find((word) => runs.some(({ conclusion }) => conclusion === word));
  return { status: 'completed', conclusion: found ?? 'skipped' };
}
