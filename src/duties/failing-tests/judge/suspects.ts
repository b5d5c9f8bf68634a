// The pull requests that may have turned something red: those between the last good commit and the first red one.
import type { BranchCommit, BranchTests } from '../../../domain/test-results.ts';
import type { Point } from '../history/test-record.ts';

export interface Suspects {
  /** Newest first, each once. */
  readonly pulls: readonly NonNullable<BranchCommit['pull']>[];
  /** No pull request brought these commits. */
  readonly direct: number;
  /** Whether the last good commit is not known, so that older ones come into question as well. */
  readonly open: boolean;
}

export function suspectsOf(
  { commits }: BranchTests,
  since: Point | undefined,
  lastGood: Point | undefined,
): Suspects {
  const first = commits.findIndex(({ sha }) => sha === since?.commit);
  if (first < 0) return { pulls: [], direct: 0, open: true };
  const good = commits.findIndex(({ sha }) => sha === lastGood?.commit);
  // Without a last good commit all of the past comes into question: only what is next to it is worth a name.
  const between = commits.slice(first, good > first ? good : first + 1);
  const pulls = new Map(
    between.flatMap(({ pull }) => (pull === undefined ? [] : [[pull.number, pull] as const])),
  );
  return {
    pulls: [...pulls.values()],
    direct: between.filter(({ pull }) => pull === undefined).length,
    open: good < 0,
  };
}
