// Brings a log that was begun twice together: the older one says all, and the younger one that it is over.
import type { LedgerEntry, LedgerState } from '../domain/observed.ts';
import { foldedBehind } from './folded-behind.ts';
import { ledgerKey, readLedger, readState } from './ledger.ts';
import { mergeState } from './merge-state.ts';

/** What the logs say together, each entry once. Where two remember something else, the older one counts. */
export function readTogether(bodies: readonly string[]): {
  readonly entries: readonly LedgerEntry[];
  readonly state: LedgerState | undefined;
} {
  const all = bodies.flatMap(readLedger);
  const entries = all.filter(({ key }, index) => all.findIndex((one) => one.key === key) === index);
  const state = bodies
    .flatMap((body) => readState(body) ?? [])
    .reduce<LedgerState | undefined>(
      (before, next) => (before === undefined ? next : mergeState(undefined, before, next)),
      undefined,
    );
  return { entries, state };
}

/** A younger log, below a line that says where to go on. */
export function foldedAway(body: string, issueKey: string, older: number): string {
  const sentence = `There are two of this log. Continue in [the older one](#issuecomment-${older}), which says all of this.`;
  return foldedBehind(body, ledgerKey(issueKey), sentence);
}
