// Lets CI run on a branch, with the results that the visitor gives to its jobs.
import { ACTIONS_BOT, type EmbeddedGitHub, zipFiles } from '../../packages/embedded-github/src/index.ts';
import { REPOSITORY } from '../scenarios/repository.ts';
import type { ActOrder } from './act-order.ts';

type RunCi = ActOrder & { readonly action: 'run-ci' };

/** The branch and its commit come first, where they are asked for. */
export async function runCi(github: EmbeddedGitHub, order: RunCi): Promise<void> {
  const { branch, workflow, jobs, artifact } = order;
  await commitTo(github, order);
  const run = order.again ? await newestRun(github, order) : undefined;
  const artifacts = artifact === undefined ? undefined : { [artifact.name]: zipFiles(artifact.files) };
  await github.runJobs({ branch, workflow, jobs, artifacts, run });
}

/** A branch that is not there begins where the default branch is. */
async function commitTo(github: EmbeddedGitHub, { as, branch, commit }: RunCi): Promise<void> {
  const person = github.as(as);
  const { status } = await person.request('GET', `${REPOSITORY.path}/git/ref/heads/${branch}`);
  if (status === 404) await person.branch(branch);
  if (commit === undefined) return;
  const path = `changes/${github.journal.length}.md`;
  await person.putFile(path, `${commit}\n`, commit, branch);
}

interface Runs {
  readonly workflow_runs: readonly { readonly id: number; readonly name: string }[];
}

async function newestRun(github: EmbeddedGitHub, { branch, workflow }: RunCi): Promise<number> {
  const query = new URLSearchParams({ branch, per_page: '100' });
  const path = `${REPOSITORY.path}/actions/runs?${query.toString()}`;
  const { workflow_runs: runs } = (await github.as(ACTIONS_BOT).request('GET', path)).json as Runs;
  const found = runs.find(({ name }) => name === workflow);
  if (found === undefined) throw new Error(`${workflow} has not run on ${branch} yet`);
  return found.id;
}
