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
  /** Told of all repositories of one that could be read. */
  readonly onListed: (installation: number, hints: readonly Hint[]) => Promise<void>;
}

/** Installations that are not suspended. Rejects when GitHub does not list them. */
export async function activeInstallations(probot: Probot): Promise<number[]> {
  const app = await probot.auth();
  const installations = await app.paginate('GET /app/installations', { per_page: 100 });
  return installations.filter(({ suspended_at: at }) => at === null || at === undefined).map(({ id }) => id);
}

/** Those of the installations that may be tried now; none of one that fails, which is told. */
export async function repositoriesOf(
  probot: Probot,
  installations: readonly number[],
  { tries, onRefused, onListed }: Installations,
): Promise<Hint[]> {
  const due = installations.filter((id) => tries.mayTry(String(id)));
  const lists = await Promise.all(
    due.map(async (id) => {
      try {
        const hints = await ofInstallation(probot, id);
        tries.succeeded(String(id));
        await onListed(id, hints);
        return hints;
      } catch (error) {
        onRefused(id, tries.failed(String(id), failureWords(error)));
        return [];
      }
    }),
  );
  return lists.flat();
}

/** All but the archived ones. */
export async function ofInstallation(probot: Probot, installation: number): Promise<Hint[]> {
  const octokit = await probot.auth(installation);
  renewToken(octokit);
  const repositories = await octokit.paginate('GET /installation/repositories', { per_page: 100 });
  return repositories
    .filter((repository) => !repository.archived)
    .map(({ owner, name }) => ({ installation, owner: owner.login, repo: name }));
}
