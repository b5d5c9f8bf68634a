// Brings together what two runs want the ledger to remember, when they looked at the same time.
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
    days: mergeDays(base?.days ?? {}, ours.days, theirs.days),
    due: mergeDays(base?.due ?? {}, ours.due, theirs.due),
    assigned: [...new Set([...ours.assigned, ...theirs.assigned])].toSorted(),
  };
}

function mergeIds(base: readonly string[], ours: readonly string[], theirs: readonly string[]): string[] {
  const all = [...new Set([...ours, ...theirs])];
  const mine = (id: string): boolean => ours.includes(id);
  return all.filter((id) => (mine(id) === base.includes(id) ? theirs.includes(id) : mine(id))).toSorted();
}

type Days = LedgerState['days'];

/** In our order: a run compares the text of what it wants with what is there. */
function mergeDays(base: Days, ours: Days, theirs: Days): Days {
  const ids = [...new Set([...Object.keys(ours), ...Object.keys(theirs)])];
  const merged = ids.map((id) => [id, ours[id] === base[id] ? theirs[id] : ours[id]] as const);
  return Object.fromEntries(merged.flatMap(([id, day]) => (day === undefined ? [] : [[id, day]])));
}
