// Check suites, check runs, workflow runs and statuses in GraphQL.
import { demand } from '../actor.ts';
import { runsOf, stateOfSuite, suitesAt } from '../change/check-runs.ts';
import { checksAt, rollup } from '../change/checks-at.ts';
import { appId } from '../json/app-json.ts';
import { checkPage } from '../json/check-run-json.ts';
import { runPage } from '../json/workflow-run-json.ts';
import type { CheckRun, CheckSuite } from '../model/ci.ts';
import { forkOf } from '../forks.ts';
import type { Json } from '../model/json-object.ts';
import type { CommitStatus } from '../model/pull.ts';
import type { Repo } from '../model/repo.ts';
import type { World } from '../model/world.ts';
import { connection } from './connection.ts';
import type { Arguments, Context, Node } from './context.ts';
import { onlyArguments } from './uncovered.ts';

/** The suites of a commit, oldest first. */
export function checkSuites(context: Context, repo: Repo, oid: string, args: Arguments): Node {
  return connection(args, {
    field: 'Commit.checkSuites',
    items: suitesAt(repo, oid),
    id: ({ id }) => id,
    node: (suite) => checkSuiteNode(context, repo, suite),
  });
}

export function checkSuiteNode(context: Context, repo: Repo, suite: CheckSuite): Node {
  const { world, actor } = context;
  const { status, conclusion } = stateOfSuite(suite);
  return {
    __typename: 'CheckSuite',
    id: suite.nodeId,
    databaseId: suite.id,
    status: status.toUpperCase(),
    conclusion: conclusion?.toUpperCase() ?? null,
    createdAt: suite.createdAt,
    updatedAt: suite.updatedAt,
    app: {
      __typename: 'App',
      id: `A_${suite.app}`,
      databaseId: appId(world, suite.app),
      slug: suite.app,
      name: suite.app,
    },
    branch: branchNode(repo, suite),
    workflowRun: () => {
      if (suite.run !== null) demand(actor, repo, 'actions', 'read');
      return workflowRunNode(world, repo, suite);
    },
    checkRuns: (args: Arguments) => checkRuns(world, repo, suite, args),
  };
}

/** None where the branch is in a fork: its name means nothing here. */
function branchNode(repo: Repo, { branch }: CheckSuite): Node | null {
  if (branch === null || forkOf(branch) !== undefined) return null;
  return { __typename: 'Ref', id: `REF_${repo.id}_${branch}`, name: branch, prefix: 'refs/heads/' };
}

function checkRuns(world: World, repo: Repo, suite: CheckSuite, args: Arguments): Node {
  const filter = (args['filterBy'] ?? {}) as Json;
  onlyArguments('CheckSuite.checkRuns.filterBy', filter, ['checkType', 'checkName']);
  const shown = runsOf(suite, filter['checkType'] === 'ALL' ? 'all' : 'latest');
  return connection(args, {
    field: 'CheckSuite.checkRuns',
    items: shown.filter(({ name }) => filter['checkName'] === undefined || filter['checkName'] === name),
    id: ({ id }) => id,
    node: (run) => checkRunNode(world, repo, run),
    handled: ['filterBy'],
  });
}

function workflowRunNode(world: World, repo: Repo, suite: CheckSuite): Node | null {
  const { run } = suite;
  if (run === null) return null;
  const { id: databaseId, nodeId: id, name } = run.workflow;
  return {
    __typename: 'WorkflowRun',
    id: run.nodeId,
    databaseId: run.id,
    runNumber: run.number,
    event: run.event,
    createdAt: run.createdAt,
    updatedAt: suite.updatedAt,
    url: runPage(world, repo, suite),
    workflow: { __typename: 'Workflow', id, databaseId, name },
  };
}

export function checkRunNode(world: World, repo: Repo, run: CheckRun): Node {
  const { status, conclusion } = run;
  return {
    __typename: 'CheckRun',
    id: `CR_${run.id}`,
    databaseId: run.id,
    name: run.name,
    status: status.toUpperCase(),
    conclusion: conclusion?.toUpperCase() ?? null,
    startedAt: run.startedAt,
    completedAt: run.completedAt,
    detailsUrl: run.detailsUrl,
    permalink: checkPage(world, repo, run),
    externalId: run.externalId,
  };
}

/** The newest status of each context; null where there is none. */
export function commitStatus(repo: Repo, oid: string): Node | null {
  const contexts = checksAt(repo, oid).filter((context) => context.kind === 'status');
  const state = rollup(contexts);
  if (state === undefined) return null;
  const nodes = contexts.map(({ status }) => statusNode(status));
  return {
    __typename: 'Status',
    id: `S_${oid}`,
    state,
    contexts: nodes,
    context: ({ name }: Arguments) => nodes.find((node) => node['context'] === name) ?? null,
  };
}

export function statusNode({ id, context, state, description, targetUrl, at }: CommitStatus): Node {
  return {
    __typename: 'StatusContext',
    id: `SC_${id}`,
    context,
    state: state.toUpperCase(),
    description,
    targetUrl,
    createdAt: at,
  };
}
