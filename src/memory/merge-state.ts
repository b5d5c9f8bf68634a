// Brings together what two runs want the ledger to remember, when they looked at the same time.
import { isDeepStrictEqual } from 'node:util';
import type { LedgerState } from '../domain/observed.ts';

/**
 * `base` is what both looked at. What `ours` changed since then is right; of the rest, what stands there by now.
 * Who was assigned once stays so.
 */
export function mergeState(
  base: LedgerState | undefined,
  ours: LedgerState,
  theirs: LedgerState | undefined,
): LedgerState {
  if (theirs === undefined) return ours;
  return {
    done: mergeIds(base?.done ?? [], ours.done, theirs.done),
    days: mergeRecords(base?.days, ours.days, theirs.days),
    due: mergeRecords(base?.due, ours.due, theirs.due),
    assigned: [...new Set([...ours.assigned, ...theirs.assigned])].toSorted(),
    below: [...new Set([...ours.below, ...theirs.below])].toSorted(),
    ...mergeLater(base, ours, theirs),
  };
}

/** What not every state has: absent when neither has it. */
function mergeLater(base: LedgerState | undefined, ours: LedgerState, theirs: LedgerState) {
  const doneOn = mergeRecords(base?.doneOn, ours.doneOn, theirs.doneOn);
  const skipped = mergeRecords(base?.skipped, ours.skipped, theirs.skipped);
  const carriedOut = mergeRecords(base?.carriedOut, ours.carriedOut, theirs.carriedOut);
  const muted = mergeIds(base?.muted ?? [], ours.muted ?? [], theirs.muted ?? []);
  const blocked = mergeRecords(base?.blocked, ours.blocked, theirs.blocked);
  const steps = mergeIds(base?.steps ?? [], ours.steps ?? [], theirs.steps ?? []);
  return {
    ...(ours.doneOn === undefined && theirs.doneOn === undefined ? {} : { doneOn }),
    ...(ours.skipped === undefined && theirs.skipped === undefined ? {} : { skipped }),
    ...(ours.carriedOut === undefined && theirs.carriedOut === undefined ? {} : { carriedOut }),
    ...(Object.keys(blocked).length === 0 ? {} : { blocked }),
    ...(steps.length === 0 ? {} : { steps }),
    ...(muted.length === 0 ? {} : { muted }),
  };
}

function mergeIds(base: readonly string[], ours: readonly string[], theirs: readonly string[]): string[] {
  const all = [...new Set([...ours, ...theirs])];
  const mine = (id: string): boolean => ours.includes(id);
  return all.filter((id) => (mine(id) === base.includes(id) ? theirs.includes(id) : mine(id))).toSorted();
}

/** In our order: a run compares the text of what it wants with what is there. */
function mergeRecords<T>(
  base: Readonly<Record<string, T>> = {},
  ours: Readonly<Record<string, T>> = {},
  theirs: Readonly<Record<string, T>> = {},
): Record<string, T> {
  const ids = [...new Set([...Object.keys(ours), ...Object.keys(theirs)])];
  const merged = ids.map(
    (id) => [id, isDeepStrictEqual(ours[id], base[id]) ? theirs[id] : ours[id]] as const,
  );
  return Object.fromEntries(merged.flatMap(([id, value]) => (value === undefined ? [] : [[id, value]])));
}
