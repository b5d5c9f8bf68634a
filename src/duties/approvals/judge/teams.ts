// The teams of the config that a pull request waits for.
import type { ApprovalsInput } from '../input.ts';
import { includesName } from '../../../people/names.ts';
import type { Judged } from './verdict.ts';

/** Ids of those that are asked, lead somebody who is, or answer for its files; by name. */
export function teamsOf({ verdict, groups }: Judged, { teams }: ApprovalsInput): string[] {
  const open = groups.filter((group) => group.approvedBy === undefined);
  const asked = verdict.kind === 'waiting' ? verdict.pending.asks.map(({ name }) => name) : [];
  return Object.entries(teams)
    .filter(
      ([id, team]) =>
        includesName(asked, team.github) ||
        (team.lead !== undefined && includesName(asked, team.lead)) ||
        open.some(({ source }) => source.kind === 'team' && source.id === id),
    )
    .map(([id]) => id)
    .toSorted();
}
