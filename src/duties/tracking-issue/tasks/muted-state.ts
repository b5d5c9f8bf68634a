// Those who muted a release, as its log keeps them.
import type { LedgerState } from '../../../domain/observed.ts';

/** Absent when there is nobody. */
export function mutedState(muted: readonly string[]): Pick<LedgerState, 'muted'> {
  return muted.length === 0 ? {} : { muted };
}
