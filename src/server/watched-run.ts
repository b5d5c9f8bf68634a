// A run of the App that does not fail in silence: when no run has come through for a day, an issue says so.
import type { CheckScope } from '../run/check-config.ts';
import { failureWords } from '../github/failure.ts';
import type { Run } from '../run/reconcile.ts';
import { isGood } from '../report/report.ts';
import { wholeRun } from '../run/whole-run.ts';
import { raiseAlarm } from './raise-alarm.ts';
import { isOfInstallation } from './refused-installation.ts';

export interface Watched {
  readonly scope: CheckScope;
  /** Our own account, `relcomms[bot]`. */
  readonly self: string;
  /** Told when not even the issue could be opened. */
  readonly onSilence: (error: unknown) => void;
}

/** The run as it went, thrown when it broke off. Only a run that failed looks for the last sign of life. */
export async function watchedRun({ scope, self, onSilence }: Watched): Promise<Run> {
  const alarm = (why: readonly string[]) => raiseAlarm(scope.github, self, scope.now, why).catch(onSilence);
  let run: Run;
  try {
    run = await wholeRun(scope, 'reconcile');
  } catch (error) {
    // Where the installation is refused, a sign of life would be refused as well.
    if (!isOfInstallation(error)) await alarm([`the run stopped with an error: ${failureWords(error)}`]);
    throw error;
  }
  if ('plan' in run && !isGood(run)) await alarm(reasons(run));
  return run;
}

/** A broken config has an issue of its own. */
function reasons(run: Extract<Run, { plan: unknown }>): string[] {
  return [
    ...run.plan.unknown.map(({ fact, why }) => `${fact} could not be read: ${why}`),
    ...run.applied.flatMap(({ outcome, operation, detail }) =>
      outcome === 'failed' ? [`${operation.kind} failed: ${detail ?? 'GitHub gave no reason'}`] : [],
    ),
  ];
}
