// Every repository that the App is installed on; an installation that can't be read stops none of the others.
import type { Probot } from 'probot';
import { failureWords } from '../github/failure.ts';
import type { Hint } from './hint.ts';
import { renewToken } from './renew-token.ts';
import { type Failing, type Tries } from './tries.ts';

export interface Installations {
  /** By the id of the installation. */
  readonly tries: Tries;
  readonly onRefused: (installation: number, failing: Failing) => void;
}

/** All repositories of all installations that are not suspended. Rejects when GitHub does not list the installations. */
export async function listRepositories(probot: Probot, how: Installations): Promise<Hint[]> {
  const app = await probot.auth();
  const installations = await app.paginate('GET /app/installations', { per_page: 100 });
  const active = installations.filter(
    (installation) => installation.suspended_at === null || installation.suspended_at === undefined,
  );
  // One that is gone or suspended fails no longer.
  const ids = new Set(active.map(({ id }) => String(id)));
  for (const name of how.tries.failing.keys()) if (!ids.has(name)) how.tries.succeeded(name);
  return await repositoriesOf(
    probot,
    active.map(({ id }) => id),
    how,
  );
}

/** Those of the installations that may be tried now; none of one that fails, which is told. */
export async function repositoriesOf(
  probot: Probot,
  installations: readonly number[],
  { tries, onRefused }: Installations,
): Promise<Hint[]> {
  const due = installations.filter((id) => tries.mayTry(String(id)));
  const lists = await Promise.all(
    due.map(async (id) => {
      try {
        const hints = await ofInstallation(probot, id);
        tries.succeeded(String(id));
        return hints;
      } catch (error) {
        onRefused(id, tries.failed(String(id), failureWords(error)));
        return [];
      }
    }),
  );
  return lists.flat();
}

async function ofInstallation(probot: Probot, installation: number): Promise<Hint[]> {
  const octokit = await probot.auth(installation);
  renewToken(octokit);
  const repositories = await octokit.paginate('GET /installation/repositories', { per_page: 100 });
  return repositories
    .filter((repository) => !repository.archived)
    .map(({ owner, name }) => ({ installation, owner: owner.login, repo: name }));
}
