// A workflow runs on a commit, or some of its jobs are started again: what Actions does, as far as others see it.
import { announce } from '../announce.ts';
import { ACTIONS_BOT } from '../emulator-seed.ts';
import type { JobWord, JobsOrder } from '../job-words.ts';
import { hookCheckRun, hookRun } from '../json/hook-json.ts';
import { checkSuiteJson } from '../json/check-suite-json.ts';
import { workflowJson, workflowRunJson } from '../json/workflow-run-json.ts';
import type { CheckRun, CheckSuite, Workflow } from '../model/ci.ts';
import type { Account } from '../model/account.ts';
import type { Json } from '../model/json-object.ts';
import type { Repo } from '../model/repo.ts';
import type { World } from '../model/world.ts';
import { newCheckRun, newSuite, runsOf, stateOfSuite } from './check-runs.ts';
import { headOf } from './compare.ts';

/** Answers the id of the workflow run. Tells of it like GitHub, unless `quietly`. */
export async function runJobs(world: World, repo: Repo, order: JobsOrder, quietly = false): Promise<number> {
  const at = order.at ?? world.now();
  const suite = order.run === undefined ? await begin(world, repo, order, at) : suiteWithRun(repo, order.run);
  const changed = settle(world, repo, suite, order, at);
  for (const [name, zip] of Object.entries(order.artifacts ?? {}))
    suite.run?.artifacts.push({ id: world.nextId(), name, zip, createdAt: at, expired: false });
  suite.updatedAt = at;
  if (!quietly) announceRun(world, repo, suite, changed);
  return suite.run?.id ?? 0;
}

async function begin(world: World, repo: Repo, order: JobsOrder, at: string): Promise<CheckSuite> {
  const { branch, event = 'push', jobs } = order;
  const sha = order.commit ?? (await headOf(world, repo, branch));
  if (sha === undefined) throw new Error(`there is no branch ${branch}`);
  const path = `/repos/${repo.fullName}/git/commits/${sha}`;
  const { json, status } = await world.emulator.send({ method: 'GET', path });
  if (status !== 200) throw new Error(`there is no commit ${sha}`);
  const workflow = workflowOf(world, repo, order.workflow ?? 'CI');
  workflow.runs += 1;
  const id = world.nextId();
  const run = {
    id,
    nodeId: `WFR_${id}`,
    number: workflow.runs,
    workflow,
    event,
    actor: actions(world),
    commit: commitJson(json as GitCommit),
    createdAt: at,
    startedAt: at,
    unstartable: Object.keys(jobs).length === 0,
    attempt: 1,
    artifacts: [],
  };
  return newSuite(world, repo, { app: ACTIONS_APP, sha, branch, run, at });
}

export const ACTIONS_APP = ACTIONS_BOT.replace('[bot]', '');

interface GitCommit {
  readonly sha: string;
  readonly message: string;
  readonly tree: { readonly sha: string };
  readonly author: { readonly name: string; readonly email: string };
  readonly committer: { readonly name: string; readonly email: string; readonly date: string };
}

function commitJson({ sha: id, message, tree, author, committer }: GitCommit): Json {
  const who = ({ name, email }: GitCommit['author']): Json => ({ name, email });
  const people = { author: who(author), committer: who(committer) };
  return { id, tree_id: tree.sha, message, timestamp: committer.date, ...people };
}

function workflowOf(world: World, repo: Repo, name: string): Workflow {
  const found = repo.workflows.get(name);
  if (found !== undefined) return found;
  const id = world.nextId();
  const path = `.github/workflows/${name.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-')}.yml`;
  const workflow = { id, nodeId: `W_${id}`, name, path, runs: 0 };
  repo.workflows.set(name, workflow);
  return workflow;
}

function suiteWithRun(repo: Repo, id: number): CheckSuite {
  const found = repo.suites.find(({ run }) => run?.id === id);
  if (found === undefined) throw new Error(`there is no workflow run ${id}`);
  return found;
}

/** The check runs that came or changed. */
function settle(world: World, repo: Repo, suite: CheckSuite, order: JobsOrder, at: string): CheckRun[] {
  const known = new Map(runsOf(suite, 'latest').map((run) => [run.name, run]));
  const names = Object.keys(order.jobs);
  const { run } = suite;
  if (run !== null && names.some((name) => known.get(name)?.status === 'completed')) {
    run.attempt += 1;
    run.startedAt = at;
  }
  return Object.entries(order.jobs).map(([name, word]) => {
    const state = stateOf(word, at);
    const former = known.get(name);
    if (former !== undefined && former.status !== 'completed') return Object.assign(former, state);
    const detailsUrl = `${world.origin}/${repo.fullName}/actions/runs/${run?.id ?? 0}`;
    const attempt = run?.attempt ?? 1;
    return newCheckRun(world, repo, suite, { name, startedAt: at, attempt, detailsUrl, ...state });
  });
}

function stateOf(word: JobWord, at: string): Pick<CheckRun, 'status' | 'conclusion' | 'completedAt'> {
  if (word === 'queued' || word === 'in_progress')
    return { status: word, conclusion: null, completedAt: null };
  return { status: 'completed', conclusion: word, completedAt: at };
}

function announceRun(world: World, repo: Repo, suite: CheckSuite, changed: readonly CheckRun[]): void {
  const sender = actions(world);
  for (const run of changed)
    announce(world, repo, sender, 'check_run', {
      action: run.status === 'completed' ? 'completed' : 'created',
      check_run: hookCheckRun(world, repo, run),
    });
  const done = stateOfSuite(suite).status === 'completed';
  if (done)
    announce(world, repo, sender, 'check_suite', {
      action: 'completed',
      check_suite: checkSuiteJson(world, repo, suite),
    });
  const { workflow } = suite.run ?? {};
  if (workflow !== undefined)
    announce(world, repo, sender, 'workflow_run', {
      action: done ? 'completed' : 'requested',
      workflow_run: hookRun(workflowRunJson(world, repo, suite)),
      workflow: workflowJson(world, repo, workflow),
    });
}

function actions({ accounts }: World): Account {
  const account = accounts.get(ACTIONS_BOT);
  if (account === undefined) throw new Error('there is no account of Actions');
  return account;
}
