// Whether a run of the Action has everything looked at that its config needs: on first contact, and once a week.
import { dayAt, isoWeekOf } from '../domain/day.ts';
import type { Instant } from '../domain/day.ts';
import { readHeartbeat } from '../memory/heartbeat.ts';
import type { Run } from '../run/reconcile.ts';

type Planned = Extract<Run, { plan: unknown }>;

/**
 * The Action remembers nothing of its own: the first run of a workflow has number 1, a release begins with its tracking
 * issue, and the tracking issues tell when one was last looked after.
 */
export function isWholeDue(run: Planned, now: Instant, runNumber: string | undefined): boolean {
  if (run.kind !== 'applied') return false;
  if (runNumber === '1' || beginsRelease(run)) return true;
  const { ownIssues } = run.observation;
  const checks = (ownIssues.known ? ownIssues.value : []).flatMap(({ key, state, body }) =>
    isTracking(key) && state === 'open' ? (readHeartbeat(body) ?? []) : [],
  );
  return checks.length > 0 && weekOf(Math.max(...checks) as Instant) !== weekOf(now);
}

function beginsRelease({ applied }: Planned): boolean {
  return applied.some(
    ({ operation, outcome }) =>
      operation.kind === 'create-issue' && isTracking(operation.key) && outcome === 'done',
  );
}

function isTracking(key: string | undefined): boolean {
  return key?.endsWith('/tracking-issue') === true;
}

function weekOf(at: Instant): string {
  return isoWeekOf(dayAt(at, 'UTC'));
}
