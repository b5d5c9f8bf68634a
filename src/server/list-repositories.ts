// Every repository that the App is installed on, page by page.
import type { Probot } from 'probot';
import type { Hint } from './hint.ts';

/** All repositories of all installations that are not suspended. */
export async function listRepositories(probot: Probot): Promise<Hint[]> {
  const app = await probot.auth();
  const installations = await app.paginate('GET /app/installations', { per_page: 100 });
  const active = installations.filter(
    (installation) => installation.suspended_at === null || installation.suspended_at === undefined,
  );
  const lists = await Promise.all(active.map(({ id }) => ofInstallation(probot, id)));
  return lists.flat();
}

async function ofInstallation(probot: Probot, installation: number): Promise<Hint[]> {
  const octokit = await probot.auth(installation);
  const repositories = await octokit.paginate('GET /installation/repositories', { per_page: 100 });
  return repositories
    .filter((repository) => !repository.archived)
    .map(({ owner, name }) => ({ installation, owner: owner.login, repo: name }));
}
