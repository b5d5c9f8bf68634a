// What follows a run that found no config: the repository may be asked for its first one, and the log says what became of it.
import type { Probot } from 'probot';
import type { AskForecast } from '../config-check/mails.ts';
import type { GitHub } from '../github/client.ts';
import { answerOnboarding } from '../run/answer-onboarding.ts';
import type { OnboardScope, Onboarded } from '../run/onboard.ts';
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
  if (made?.kind === 'none') {
    const level = made.isLacking === true ? 'warn' : 'info';
    log[level]({ repository }, `no pull request with a first config: ${made.why}`);
  }
  if (made !== undefined) await answerTo(after, made, start.viewer);
  return made?.kind === 'opened';
}

/** Where somebody asked for it. */
async function answerTo({ log, hint, scope }: AfterRun, made: Onboarded, viewer: string): Promise<void> {
  const { asked: author, at } = hint.onboard ?? {};
  if (author === undefined || at === undefined) return;
  const request = { author, issue: at.issue, commentId: at.comment };
  for (const { outcome, detail } of await answerOnboarding(scope.github, request, made, viewer))
    if (outcome !== 'done' && outcome !== 'already')
      log.warn({ repository: nameOf(hint) }, `\`/release onboard\` was not answered: ${detail ?? outcome}`);
}
