// Tasks that relcomms carried out itself: each box is checked once, and people may clear it again.
import type { LedgerState, OwnIssue } from '../../../domain/observed.ts';
import type { Release } from '../../../domain/release.ts';
import type { Input } from '../input.ts';

export interface Carried {
  /** Found done in this run, as a command would say it. */
  readonly fresh: ReadonlyMap<string, boolean>;
  /** The page that shows it, by id of the task; empty where there is none. */
  readonly links: Readonly<Record<string, string>>;
}

export const NOTHING_CARRIED: Carried = { fresh: new Map(), links: {} };

/** Without a log nobody knows which boxes were checked before. */
export function carriedBy(release: Release, found: OwnIssue | undefined, input: Input): Carried {
  const before = found?.ledger?.state?.carriedOut ?? {};
  if (found?.ledger === undefined) return NOTHING_CARRIED;
  const proofs = input.carriedOut?.(release, found, input.heard ?? []) ?? new Map();
  const fresh = [...proofs].filter(([id]) => !Object.hasOwn(before, id));
  const links = { ...before, ...Object.fromEntries(fresh.map(([id, { link = '' }]) => [id, link])) };
  return { fresh: new Map(fresh.map(([id]) => [id, true])), links };
}

/** Absent when there is nothing. */
export function carriedState({ links }: Carried): Pick<LedgerState, 'carriedOut'> {
  const all = Object.entries(links).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return all.length === 0 ? {} : { carriedOut: Object.fromEntries(all) };
}
