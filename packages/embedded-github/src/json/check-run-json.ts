// REST's form of a check run.
import type { CheckRun } from '../model/ci.ts';
import type { Json } from '../model/json-object.ts';
import type { Repo } from '../model/repo.ts';
import type { World } from '../model/world.ts';
import { appJson } from './app-json.ts';

export function checkRunJson(world: World, repo: Repo, run: CheckRun): Json {
  const { suite } = run;
  const url = `${world.origin}/api/v3/repos/${repo.fullName}/check-runs/${run.id}`;
  return {
    id: run.id,
    node_id: `CR_${run.id}`,
    head_sha: suite.sha,
    name: run.name,
    status: run.status,
    conclusion: run.conclusion,
    started_at: run.startedAt,
    completed_at: run.completedAt,
    external_id: run.externalId,
    url,
    html_url: checkPage(world, repo, run),
    // Without one GitHub names the home of the App.
    details_url: run.detailsUrl ?? `${world.origin}/apps/${suite.app}`,
    output: {
      ...run.output,
      annotations_count: run.annotations.length,
      annotations_url: `${url}/annotations`,
    },
    check_suite: { id: suite.id },
    app: appJson(world, repo, suite.app),
    pull_requests: [],
  };
}

/** The page of a check run. */
export function checkPage({ origin }: World, { fullName }: Repo, { id }: CheckRun): string {
  return `${origin}/${fullName}/runs/${id}`;
}
