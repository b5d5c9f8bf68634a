// Whether a candidate may be merged: what it still waits for, from the state of its test environments and the lead time.
import { type Day, type Instant, dayAt } from '../../domain/day.ts';
import type { Milestone, Release } from '../../domain/release.ts';
import { addWorkingDays } from '../../domain/working-days.ts';
import { type EnvironmentMemory, type EnvironmentRow, type GateRow, gateOf, rowOf } from './memory.ts';
import type { Plan } from './plans.ts';
import { missingTeams } from './turn.ts';

/** Why one environment holds a candidate up. */
export type Reason =
  | { readonly kind: 'not-ready' }
  | { readonly kind: 'ended'; readonly how: 'gone' | 'down'; readonly at: Day }
  | { readonly kind: 'lead-time'; readonly ready: Day; readonly earliest: Day }
  | { readonly kind: 'unconfirmed'; readonly teams: readonly string[] };

export interface Held {
  readonly plan: Plan;
  readonly row: EnvironmentRow;
  readonly reasons: readonly Reason[];
}

/** The gate of one candidate, over all of its environments. */
export interface Gate {
  readonly release: Release;
  readonly candidate: Milestone;
  readonly environments: readonly Held[];
  readonly row: GateRow;
  /** Whether it may be merged: nothing holds it up, or somebody allowed it. */
  readonly isOpen: boolean;
  /** The first day on which the lead times allow it; undefined: an environment is not there. */
  readonly earliest: Day | undefined;
}

/** In the order of their candidates. */
export function gatesOf(
  plans: readonly Plan[],
  memory: EnvironmentMemory,
  { now, holidays }: { readonly now: Instant; readonly holidays: readonly Day[] },
): Gate[] {
  const candidates = new Map(plans.map(({ candidate }) => [candidate.id, candidate]));
  return [...candidates.values()].flatMap((candidate): Gate[] => {
    const environments = plans
      .filter((plan) => plan.candidate.id === candidate.id)
      .map((plan): Held => {
        const row = rowOf(plan.name, memory);
        return { plan, row, reasons: reasonsOf(plan, row, now, holidays) };
      });
    const [first] = environments;
    if (first === undefined) return [];
    const { release } = first.plan;
    const row = gateOf(candidate.id, memory);
    const isFree = environments.every(({ reasons }) => reasons.length === 0);
    const earliest = lastOf(environments.map((one) => earliestOf(one.plan, one.row, holidays)));
    return [{ release, candidate, environments, row, isOpen: isFree || row.allowed !== undefined, earliest }];
  });
}

/** Undefined where one of them is. */
function lastOf(days: readonly (Day | undefined)[]): Day | undefined {
  return days.reduce((last, one) => {
    if (last === undefined || one === undefined) return undefined;
    return one > last ? one : last;
  });
}

/** The first day on which the lead time is over; undefined: it is not ready, or gone before that day. */
export function earliestOf(plan: Plan, row: EnvironmentRow, holidays: readonly Day[]): Day | undefined {
  if (row.ready === undefined) return undefined;
  const { timezone } = plan.release;
  const earliest = addWorkingDays(dayAt(row.ready.at, timezone), plan.config.leadTime, holidays);
  return row.ended !== undefined && dayAt(row.ended.at, timezone) < earliest ? undefined : earliest;
}

/** An environment that ends once everybody tested it, after its lead time, holds nothing up. */
function reasonsOf(plan: Plan, row: EnvironmentRow, now: Instant, holidays: readonly Day[]): Reason[] {
  const { timezone } = plan.release;
  if (row.ready === undefined) return [{ kind: 'not-ready' }];
  const earliest = earliestOf(plan, row, holidays);
  const teams = missingTeams(plan, row);
  const waits: Reason[] = teams.length === 0 ? [] : [{ kind: 'unconfirmed', teams }];
  if (row.ended !== undefined && (earliest === undefined || teams.length > 0))
    return [{ kind: 'ended', how: row.ended.how, at: dayAt(row.ended.at, timezone) }, ...waits];
  if (earliest === undefined || dayAt(now, timezone) >= earliest) return waits;
  return [{ kind: 'lead-time', ready: dayAt(row.ready.at, timezone), earliest }, ...waits];
}

/** How many teams it waits for, where it waits for nothing else; 0: for more, or for nobody. */
export function teamsAwaited({ environments }: Gate): number {
  const reasons = environments.flatMap((one) => one.reasons);
  const missing = reasons.flatMap((reason) => (reason.kind === 'unconfirmed' ? reason.teams : []));
  return reasons.every(({ kind }) => kind === 'unconfirmed') ? new Set(missing).size : 0;
}
