// How long an account waited, over what it would have waited with its share of the places and nobody else.
import type { LoggedRun } from './processes.ts';

export interface Share {
  readonly owner: string;
  readonly runs: number;
  /** Means, in milliseconds. */
  readonly waited: number;
  readonly alone: number;
}

/** `places`: runs at once that are an account's share. */
export function shareOf(owner: string, all: readonly LoggedRun[], places: number): Share {
  const runs = all
    .filter(({ repository, ended }) => repository.startsWith(`${owner}/`) && ended !== undefined)
    .map(({ begun, waited, ended = begun }) => ({ asked: begun - waited, waited, took: ended - begun }))
    .toSorted((a, b) => a.asked - b.asked);
  const free = Array.from({ length: places }, () => -Infinity);
  let alone = 0;
  for (const { asked, took } of runs) {
    free.sort((a, b) => a - b);
    const begun = Math.max(asked, free[0] ?? asked);
    free[0] = begun + took;
    alone += begun - asked;
  }
  const waited = runs.reduce((sum, run) => sum + run.waited, 0);
  const count = Math.max(1, runs.length);
  return { owner, runs: runs.length, waited: waited / count, alone: alone / count };
}

/** Waits below this count as none, in milliseconds. */
const NOTHING = 50;

export function ratioOf({ waited, alone }: Share): number {
  return Math.max(waited, NOTHING) / Math.max(alone, NOTHING);
}
