// REST's form of a check suite.
import { runsOf, stateOfSuite } from '../change/check-runs.ts';
import type { CheckSuite } from '../model/ci.ts';
import type { Json } from '../model/json-object.ts';
import type { Repo } from '../model/repo.ts';
import type { World } from '../model/world.ts';
import { appJson } from './app-json.ts';

export function checkSuiteJson(world: World, repo: Repo, suite: CheckSuite): Json {
  const url = `${world.origin}/api/v3/repos/${repo.fullName}/check-suites/${suite.id}`;
  return {
    id: suite.id,
    node_id: suite.nodeId,
    head_branch: suite.branch,
    head_sha: suite.sha,
    ...stateOfSuite(suite),
    url,
    before: null,
    after: suite.sha,
    pull_requests: [],
    app: appJson(world, repo, suite.app),
    created_at: suite.createdAt,
    updated_at: suite.updatedAt,
    latest_check_runs_count: runsOf(suite, 'latest').length,
    check_runs_url: `${url}/check-runs`,
    head_commit: suite.run?.commit ?? null,
  };
}
