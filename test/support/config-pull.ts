// Pull requests that change the config, and the checks that relcomms makes for them.
import type { EmbeddedGitHub } from '../../packages/embedded-github/src/index.ts';

const REPO = '/repos/acme/demo';
export const CONFIG = '.github/relcomms.yml';

/** Opens one from a branch that is made for it; answers its number. */
export async function proposeConfig(
  github: EmbeddedGitHub,
  text: string,
  branch = 'proposal',
  path = CONFIG,
): Promise<number> {
  const carol = github.as('carol');
  await carol.branch(branch);
  await carol.putFile(path, text, 'Propose', branch);
  return await carol.openPull({ title: 'Propose a config', head: branch });
}

/** The same from the fork of somebody who may only read. */
export async function proposeFromFork(github: EmbeddedGitHub, text: string): Promise<number> {
  const dave = github.as('dave');
  await dave.branch('forks/dave/patch');
  await dave.putFile(CONFIG, text, 'Propose', 'forks/dave/patch');
  return await dave.openPull({ title: 'Propose from a fork', head: 'dave:patch' });
}

export interface SeenCheck {
  readonly id: number;
  readonly app: { readonly slug: string };
  readonly status: string;
  readonly conclusion: string;
  readonly external_id: string;
  readonly output: { readonly title: string; readonly summary: string; readonly text: string | null };
}

/** Check runs at the newest commit of a pull request, oldest first. */
export async function checksOf(github: EmbeddedGitHub, pull: number, filter = 'all'): Promise<SeenCheck[]> {
  const alice = github.as('alice');
  const { json: found } = await alice.request('GET', `${REPO}/pulls/${pull}`);
  const { sha } = (found as { head: { sha: string } }).head;
  const { json } = await alice.request('GET', `${REPO}/commits/${sha}/check-runs?filter=${filter}`);
  return (json as { check_runs: SeenCheck[] }).check_runs.toSorted((a, b) => a.id - b.id);
}

/** The one check that a pull request has. */
export async function checkOf(github: EmbeddedGitHub, pull: number): Promise<SeenCheck> {
  const [check, ...more] = await checksOf(github, pull);
  if (check === undefined || more.length > 0)
    throw new Error(`#${pull} has ${more.length + 1} checks or none`);
  return check;
}

export interface SeenAnnotation {
  readonly path: string;
  readonly start_line: number;
  readonly annotation_level: string;
  readonly message: string;
}

export async function annotationsOf(github: EmbeddedGitHub, check: number): Promise<SeenAnnotation[]> {
  const path = `${REPO}/check-runs/${check}/annotations?per_page=100`;
  const { json } = await github.as('alice').request('GET', path);
  return json as SeenAnnotation[];
}
