// The checks of the App: with the clients of its installations, and a pause between two of them.
import type { Probot } from 'probot';
import { type OctokitLike, gitHub } from '../github/client.ts';
import type { Timer } from '../github/timer.ts';
import type { AppOptions } from './app-options.ts';
import { type Checkups, type Contact, startCheckups } from './checkups.ts';
import { type Findings, startFindings } from './findings.ts';
import type { Hint } from './hint.ts';
import type { Metrics } from './metrics.ts';
import { renewToken } from './renew-token.ts';
import { gapOf } from './spacing.ts';
import { type WithAuth, countRequests, tokenOf } from './visit.ts';

export interface AppCheckups {
  readonly checkups: Checkups;
  readonly findings: Findings;
}

interface Given {
  readonly probot: Probot;
  readonly options: AppOptions;
  readonly metrics: Metrics;
  /** The account that the App belongs to. */
  readonly account: string | undefined;
  readonly timer: Timer;
  readonly stopping: AbortSignal;
}

/** Undefined where nothing is looked for. */
export function appCheckups({
  probot,
  options,
  metrics,
  account,
  timer,
  stopping,
}: Given): AppCheckups | undefined {
  const { examine, now, pauses } = options;
  if (examine === undefined) return undefined;
  const findings = startFindings();
  const clientOf = async ({ installation }: Hint) => {
    const octokit = (await probot.auth(installation)) as unknown as OctokitLike & WithAuth;
    renewToken(octokit);
    return octokit;
  };
  const checkups = startCheckups({
    findings,
    now,
    timer,
    gap: gapOf(pauses),
    permissionsOf: async (hint) => {
      const { permissions = {} } = await (await clientOf(hint)).auth({ type: 'installation' });
      return JSON.stringify(Object.entries(permissions).toSorted(([a], [b]) => (a < b ? -1 : 1)));
    },
    examine: async ({ hint, run }: Contact) => {
      const octokit = await clientOf(hint);
      const { request: asApp } = await probot.auth();
      const github = gitHub(octokit, hint, undefined, stopping);
      try {
        return await examine({ run, asApp, github, account, token: () => tokenOf(octokit) });
      } finally {
        countRequests(metrics, github);
      }
    },
    warn: (repository, line) => probot.log.warn({ repository }, line),
  });
  return { checkups, findings };
}
