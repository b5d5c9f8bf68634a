// Who can unblock a pull request: the fewest who are enough, and everybody else who could help.
import type { Pull } from '../../../domain/pull.ts';
import { smallestCover } from '../../../owners/smallest-cover.ts';
import type { Group, Source } from './groups.ts';
import type { ApprovalsInput } from '../input.ts';
import { includesName, kindOf, sameName } from '../../../people/names.ts';

/** So many are asked at once; a comment that tells more people tells nobody. */
export const MOST_ASKED = 10;

/** One person or team whose approval is asked for. */
export interface Ask {
  /** `alice`, `acme/api`, or the address of an owner. */
  readonly name: string;
  /** Wants no mention. */
  readonly quiet: boolean;
  readonly sources: readonly Source[];
  /** How many of the changed files these rules are about. */
  readonly files: number;
  /** Login of who is asked, too, when the last reminder comes. */
  readonly lead?: string | undefined;
}

export interface Pending {
  /** The fewest who are enough; the first of them is the first to be named. */
  readonly asks: readonly Ask[];
  /** Others who could approve instead, or were asked, too. */
  readonly others: readonly string[];
}

/** Whether a person wants no pings about the release at hand. */
type Silent = (name: string) => boolean;

/** Undefined when nobody is known who could approve. */
export function pendingOf(
  pull: Pull,
  version: string,
  groups: readonly Group[],
  input: ApprovalsInput,
): Pending | undefined {
  const silent: Silent = (name) => input.isQuiet(name, version);
  const open = groups.filter((group) => group.approvedBy === undefined);
  const ruled = open.filter((group) => group.source.kind !== 'request');
  // While owners have to approve, who else was asked does not unblock it.
  const needed = ruled.length > 0 ? ruled : open;
  const everybody = rankedNames(open, pull, silent);
  const chosen = cover(needed, everybody, silent);
  if (chosen.length === 0) return undefined;
  return {
    asks: chosen.map((name) => askFor(name, needed, silent, input)),
    others: everybody.filter((name) => !chosen.includes(name)),
  };
}

/** Those who can be reached come first; who can't is only asked where nobody else is left. */
function cover(needed: readonly Group[], everybody: readonly string[], silent: Silent): string[] {
  const groups = needed.map(({ approvers }) => everybody.filter((name) => includesName(approvers, name)));
  const reachable = everybody.filter((name) => kindOf(name) !== 'address' && !silent(name));
  const first = smallestCover(groups, reachable);
  const left = groups.filter((group) => !group.some((name) => first.includes(name)));
  return [...first, ...smallestCover(left, everybody)];
}

/** In order of preference: who was asked already, then people before teams, then by name. Each is spelt one way. */
function rankedNames(open: readonly Group[], pull: Pull, silent: Silent): string[] {
  const names = new Map<string, string>();
  for (const name of open.flatMap((group) => group.approvers)) {
    const known = names.get(name.toLowerCase());
    if (known === undefined || name < known) names.set(name.toLowerCase(), name);
  }
  const asked = [...pull.requested.people, ...pull.requested.teams];
  const rank = (name: string): number =>
    (silent(name) ? 8 : 0) +
    (kindOf(name) === 'address' ? 4 : 0) +
    (includesName(asked, name) ? 0 : 2) +
    (kindOf(name) === 'team' ? 1 : 0);
  return [...names]
    .toSorted(([a, nameA], [b, nameB]) => rank(nameA) - rank(nameB) || (a < b ? -1 : 1))
    .map(([, name]) => name);
}

function askFor(name: string, needed: readonly Group[], silent: Silent, { teams }: ApprovalsInput): Ask {
  const groups = needed.filter((group) => includesName(group.approvers, name));
  const team = Object.values(teams).find(({ github }) => sameName(github, name));
  return {
    name,
    quiet: silent(name),
    sources: groups.map((group) => group.source),
    files: new Set(groups.flatMap((group) => group.files)).size,
    lead: team?.lead,
  };
}
