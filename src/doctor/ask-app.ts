// Asks GitHub who the App is, and how it is installed on a repository.
import type { GitHub } from '../github/client.ts';
import { appRefusal } from '../github/app-refusal.ts';
import { statusOf } from '../github/failure.ts';
import { type Checkup, broken, ok } from './checkup.ts';
import { type Asking, connectionTrouble } from './connection-words.ts';
import type { Grants } from './rights.ts';
import { installationsPage, permissionsPage } from './where.ts';

export interface InstalledApp {
  /** Id of the installation. */
  readonly installation: number;
  readonly grants: Extract<Grants, { kind: 'app' }>;
  readonly checkups: readonly Checkup[];
}

/** `request` signs as the App itself. What GitHub refuses is a checkup, and nothing more can be asked then. */
export async function askApp(
  request: GitHub['request'],
  asking: Asking,
  appId: string,
): Promise<InstalledApp | { readonly checkups: readonly Checkup[] }> {
  const { owner, repo } = asking;
  try {
    const { data: app } = await request('GET /app', { request: { retries: 0 } });
    const slug = app?.slug ?? '';
    try {
      const { data } = await request('GET /repos/{owner}/{repo}/installation', { owner, repo });
      const checkups = [ok('GitHub', 'App', `GitHub accepts the key of ${slug}, which is installed`)];
      if (data.suspended_at !== null && data.suspended_at !== undefined)
        return { checkups: [...checkups, suspended(asking)] };
      const grants = {
        kind: 'app',
        slug,
        granted: strings(data.permissions),
        asked: strings(app?.permissions ?? {}),
        events: app?.events ?? [],
        page: data.html_url,
        settings: permissionsPage(asking, slug, app?.owner),
      } as const;
      return { installation: data.id, grants, checkups };
    } catch (error) {
      if (statusOf(error) !== 404) throw error;
      return { checkups: [notInstalled(asking, slug)] };
    }
  } catch (error) {
    return { checkups: [appTrouble(error, asking, appId)] };
  }
}

function strings(rights: object): Record<string, string> {
  return Object.fromEntries(Object.entries(rights).map(([name, access]) => [name, String(access)]));
}

function notInstalled(asking: Asking, slug: string): Checkup {
  return broken('GitHub', 'App', {
    found: `the App ${slug} is not installed on ${asking.owner}/${asking.repo}, or the repository does not exist`,
    lost: 'it sees and writes nothing there',
    fix: 'Install it on the repository.',
    link: `${asking.site}/apps/${slug}/installations/new`,
  });
}

function suspended(asking: Asking): Checkup {
  return broken('GitHub', 'App', {
    found: 'the installation is suspended',
    lost: 'it sees and writes nothing there',
    fix: 'Let an owner of the account lift the suspension.',
    link: installationsPage(asking, undefined),
  });
}

function appTrouble(error: unknown, asking: Asking, appId: string): Checkup {
  const refusal = appRefusal(error, appId);
  if (refusal === undefined) return connectionTrouble(error, asking);
  const { of, found, fix } = refusal;
  return broken('GitHub', 'App', {
    found,
    fix,
    ...(of === 'clock' ? {} : { link: `${asking.site}/settings/apps` }),
  });
}
