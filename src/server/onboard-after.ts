// What follows a run that found no config: the repository may be asked for its first one, and the log says what became of it.
import type { Probot } from 'probot';
import type { AskForecast } from '../config-check/mails.ts';
import type { GitHub } from '../github/client.ts';
import type { OnboardScope } from '../run/onboard.ts';
import type { Run } from '../run/reconcile.ts';
import type { Hint } from './hint.ts';
import { nameOf } from './looks.ts';
import type { Onboarding } from './onboarding.ts';

export interface AfterRun {
  readonly log: Probot['log'];
  readonly hint: Hint;
  readonly onboarding: Onboarding;
  readonly scope: Pick<OnboardScope, 'now' | 'prepare' | 'judge' | 'reach'> & { readonly github: GitHub };
  readonly forecast: AskForecast | undefined;
  /** Of the installation's token. */
  readonly permissions: () => Promise<Readonly<Record<string, string>> | undefined>;
}

/** Whether a pull request was opened, which needs a check. */
export async function onboardAfter(run: Run, after: AfterRun): Promise<boolean> {
  const { log, hint, onboarding, scope, forecast, permissions } = after;
  if (run.kind !== 'no-config' || run.start === undefined) return false;
  const { path, start } = run;
  const visit = { ...scope, hint, start, path, forecast, permissions };
  const made = await onboarding.visit(visit);
  const repository = nameOf(hint);
  if (made?.kind === 'opened')
    log.info({ repository }, `opened #${made.number}, which proposes a first config`);
  if (made?.kind === 'none') log.info({ repository }, `no pull request with a first config: ${made.why}`);
  return made?.kind === 'opened';
}
