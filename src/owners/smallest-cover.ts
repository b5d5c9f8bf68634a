// The fewest people or teams whose approvals together are enough.

/** Up to this many candidates every choice is tried; beyond, the one who helps most is taken first. */
const EXACT = 14;

/**
 * The smallest set of candidates of whom at least one stands in each group. Among sets of one size the one with
 * the earlier candidates wins, so the order of candidates is the order of preference. Groups that none of them is in are left out.
 */
export function smallestCover(
  groups: readonly (readonly string[])[],
  candidates: readonly string[],
): readonly string[] {
  const open = groups.filter((group) => group.some((member) => candidates.includes(member)));
  const useful = candidates.filter((name) => open.some((group) => group.includes(name)));
  if (open.length === 0) return [];
  return useful.length <= EXACT ? exact(open, useful) : greedy(open, useful);
}

function exact(groups: readonly (readonly string[])[], candidates: readonly string[]): readonly string[] {
  const covers = (chosen: readonly string[]): boolean =>
    groups.every((group) => group.some((member) => chosen.includes(member)));
  for (let size = 1; size <= candidates.length; size++) {
    const found = firstChoice(candidates, size, covers);
    if (found !== undefined) return found;
  }
  return candidates;
}

/** Choices of one size in order of preference. */
function firstChoice(
  candidates: readonly string[],
  size: number,
  covers: (chosen: readonly string[]) => boolean,
  chosen: readonly string[] = [],
): readonly string[] | undefined {
  if (chosen.length === size) return covers(chosen) ? chosen : undefined;
  for (const [at, candidate] of candidates.entries()) {
    const found = firstChoice(candidates.slice(at + 1), size, covers, [...chosen, candidate]);
    if (found !== undefined) return found;
  }
  return undefined;
}

function greedy(groups: readonly (readonly string[])[], candidates: readonly string[]): readonly string[] {
  const chosen: string[] = [];
  let open = groups;
  while (open.length > 0) {
    const gain = (name: string): number => open.filter((group) => group.includes(name)).length;
    const best = candidates.reduce((a, b) => (gain(b) > gain(a) ? b : a));
    chosen.push(best);
    open = open.filter((group) => !group.includes(best));
  }
  return candidates.filter((name) => chosen.includes(name));
}
