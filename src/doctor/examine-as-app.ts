// The check that the App makes on first contact with a repository: as doctor looks, without the look that a run just made.
import type { WikiPlace } from '../channels/wiki/git.ts';
import { wikiPlace } from '../channels/wiki-place.ts';
import { siteOf } from '../domain/hosts.ts';
import type { Instant } from '../domain/day.ts';
import type { GitHub } from '../github/client.ts';
import type { Run } from '../run/reconcile.ts';
import { askApp } from './ask-app.ts';
import type { Checkup } from './checkup.ts';
import { proxyIn } from './connection-words.ts';
import { examine } from './examine.ts';

export interface AppExaminer {
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Root of the API. */
  readonly api: string;
  readonly appId: string;
  readonly now: () => Instant;
  /** Whether the App sends messages for the owner of a repository; `account` is the one that the App belongs to. */
  readonly maySend: (owner: string, account: string | undefined) => boolean;
}

export interface AppExam {
  /** Signs as the App itself. */
  readonly asApp: GitHub['request'];
  /** With the token of the installation. */
  readonly github: GitHub;
  readonly token: () => Promise<string>;
  /** It has just looked at everything. */
  readonly run: Extract<Run, { plan: unknown }>;
  readonly account: string | undefined;
}

/** What is broken, as the App keeps it; the config of the run is good. */
export function appExaminer({ env, api, appId, now, maySend }: AppExaminer) {
  return async ({ asApp, github, token, run, account }: AppExam) => {
    const { owner, repo } = github;
    const asking = { owner, repo, api, site: siteOf(api), credential: 'PRIVATE_KEY', proxy: proxyIn(env) };
    const installed = await askApp(asApp, asking, appId);
    if (!('installation' in installed)) return findingsIn(installed.checkups);
    const { author: _, ...place } = wikiPlace(api, { owner, repo });
    const checkups = await examine({
      asking,
      github,
      grants: installed.grants,
      now: now(),
      clock: now(),
      path: run.path,
      env,
      sends: maySend(owner, account) ? true : 'never',
      wiki: async (): Promise<WikiPlace> => ({ ...place, token: await token(), env }),
      run,
    });
    return findingsIn(checkups);
  };
}

function findingsIn(checkups: readonly Checkup[]) {
  return checkups
    .filter(({ state }) => state === 'broken')
    .map(({ area, subject, found, lost = [], fix, link }) => ({
      what: `${area}: ${subject}`,
      found,
      lost,
      fix,
      link,
    }));
}
