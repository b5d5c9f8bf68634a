// What of its roles a release hands over to the next: who takes them and who leaves them, each with the issue for it.
import { type Day, addDays, dayAt } from '../../../domain/day.ts';
import type { Release, RoleTerm } from '../../../domain/release.ts';
import type { Input } from '../input.ts';
import { opensOn } from '../stage.ts';
import { type Mover, moversOf } from './movers.ts';

export interface MoverIssue extends Pick<Mover, 'kind' | 'login'> {
  /** Its number, or the day on which it is opened. */
  readonly issue: number | { readonly opens: Day };
}

export interface RoleMove {
  readonly role: string;
  readonly from: readonly string[];
  readonly to: readonly string[];
  readonly next: Release;
  readonly issues: readonly MoverIssue[];
}

/** What to write into a rotation before the release is taken out of the config. */
export interface TurnToKeep extends NonNullable<RoleTerm['nextTurn']> {
  readonly role: string;
}

export interface RoleMoves {
  readonly moves: readonly RoleMove[];
  readonly turns: readonly TurnToKeep[];
}

/** Of the releases that come next in a role, most often one. */
export function roleMoves(release: Release, input: Input): RoleMoves {
  const moves = input.releases.flatMap((next) =>
    (next.terms ?? []).flatMap(({ role, people, before }): RoleMove[] =>
      before?.version === release.version
        ? [{ role, from: before.people, to: people, next, issues: issuesOf(role, next, input) }]
        : [],
    ),
  );
  const turns = (release.terms ?? []).flatMap(({ role, nextTurn }) =>
    nextTurn === undefined ? [] : [{ role, ...nextTurn }],
  );
  return { moves, turns };
}

function issuesOf(role: string, next: Release, { observed, config, now }: Input): MoverIssue[] {
  const today = dayAt(now, next.timezone);
  return moversOf(next)
    .filter((mover) => mover.role === role)
    .map(({ key, kind, login, after }) => {
      const number = observed.ownIssues.find((issue) => issue.key === key)?.number;
      const days = [opensOn(next, config), ...(after === undefined ? [] : [addDays(after, 1)])];
      const opens = days.reduce((latest, day) => (day > latest ? day : latest), today);
      return { kind, login, issue: number ?? { opens } };
    });
}
