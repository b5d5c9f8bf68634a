// Which changed checkboxes of a slip are taken: those that only people changed who may give the command.
import { type Giver, may } from '../../../commands/may.ts';
import type { Release } from '../../../domain/release.ts';
import type { SlipPull } from '../../../domain/slip-pull.ts';
import { type SlipChange, slipChanges } from '../../../memory/slip-changes.ts';
import { SLIP_RIGHT } from '../../slip-change.ts';

export interface RefusedChange {
  readonly milestone: string;
  /** How the box was before. */
  readonly wasChecked: boolean;
  /** Logins of those who may not; absent: nobody knows who changed it. */
  readonly by?: readonly string[] | undefined;
  /** Whether what they may do could not be read. */
  readonly unread: boolean;
}

/** Without a release nobody holds a role. */
export function refusedChanges(pull: SlipPull, release: Release | undefined): RefusedChange[] {
  return slipChanges(pull).flatMap((change) => refusedChange(change, pull, release ?? { roles: {} }) ?? []);
}

function refusedChange(
  { box, by }: SlipChange,
  { editors }: SlipPull,
  release: Pick<Release, 'roles' | 'roleTeams'>,
): RefusedChange | undefined {
  const refused = { milestone: box.milestone, wasChecked: !box.isChecked };
  if (by === undefined) return { ...refused, unread: false };
  const givers = by.map((login) => editors.find((one) => one.login === login) ?? unknown(login));
  const without = givers.filter((giver) => !may(SLIP_RIGHT, giver, release));
  if (without.length === 0) return undefined;
  const unread = without.some(
    ({ permission, teams }) => permission === 'unknown' || teams.unknown.length > 0,
  );
  return { ...refused, by: without.map(({ login }) => login), unread };
}

function unknown(login: string): Giver {
  return { login, permission: 'unknown', teams: { member: [], unknown: [] } };
}
