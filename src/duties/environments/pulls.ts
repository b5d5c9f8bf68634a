// Which candidate an open pull request is: by its branch the release, by its name or in turn the milestone.
import type { CandidatePull } from '../../domain/candidates.ts';
import type { Instant } from '../../domain/day.ts';
import type { Branches } from '../../domain/pull.ts';
import { branchesOf } from '../../domain/release-line.ts';
import type { Milestone } from '../../domain/release.ts';
import type { Gate } from './gate.ts';

/** `gates` are those of the release that is next first. Undefined: it is none of them. */
export function gateFor(
  pull: CandidatePull,
  gates: readonly Gate[],
  merged: readonly number[],
  { branches: { main }, now }: { readonly branches: Branches; readonly now: Instant },
): Gate | undefined {
  const own = gates.filter(({ release }) => branchesOf(release).includes(pull.base));
  const fitting = own.length > 0 ? own : pull.base === main ? gates : [];
  const named = fitting.find(({ candidate }) => isNamed(candidate, pull));
  if (named !== undefined) return named;
  const open = fitting.filter(({ row }) => row.pull === undefined || !merged.includes(row.pull));
  const bound = open.find(({ row }) => row.pull === pull.number);
  return bound ?? open.find((gate) => isBegun(gate, now)) ?? open.at(-1);
}

/** `rc1` in `v1.2.0-rc1`, `1.2.0-rc.1`, and `Release candidate RC1`. */
function isNamed({ id }: Milestone, { title, branch }: CandidatePull): boolean {
  const wanted = id.replaceAll('-', '').toLowerCase();
  return [title, branch].some((text) => {
    const words = text.toLowerCase().split(/[^a-z0-9]+/);
    return words.some((_, index) =>
      [1, 2, 3].some((count) => words.slice(index, index + count).join('') === wanted),
    );
  });
}

/** Somebody tests it, or its day is still to come. */
function isBegun({ environments, candidate }: Gate, now: Instant): boolean {
  return candidate.deadline > now || environments.some(({ row }) => row.ready !== undefined);
}
