// Who takes a role in a release and who leaves it: those who did not have it before, and those who have it no longer.
import type { Day } from '../../../domain/day.ts';
import type { BoardingStep } from '../../../domain/spec.ts';
import type { Release, RoleTerm } from '../../../domain/release.ts';
import { type BoardingKind, boardingKey } from './boarding-key.ts';

export interface Mover {
  readonly kind: BoardingKind;
  readonly key: string;
  readonly role: string;
  readonly login: string;
  /** Those who had the role before, or who have it now. */
  readonly others: readonly string[];
  readonly steps: readonly BoardingStep[];
  /** The last day of the cycle before, which somebody who leaves finishes first; absent: no need to wait. */
  readonly after?: Day | undefined;
}

/** Only where there are steps, and where it is known who had the role in the release before. */
export function moversOf({ version, terms = [] }: Release): Mover[] {
  return terms.flatMap((term) => {
    const { role, people, before, boarding, leaving } = term;
    if (before === undefined) return [];
    const mover = (kind: BoardingKind, login: string) => ({
      kind,
      key: boardingKey(kind, version, role, login),
      role,
      login,
    });
    return [
      ...(boarding.length === 0
        ? []
        : missingIn(people, before.people).map((login) => ({
            ...mover('boarding', login),
            others: before.people,
            steps: boarding,
          }))),
      ...(leaving.length === 0
        ? []
        : missingIn(before.people, people).map((login) => ({
            ...mover('leaving', login),
            others: people,
            steps: leaving,
            after: before.end,
          }))),
    ];
  });
}

/** Whether the term of a person still is what an issue with this key was opened for. */
export function isStillTrue(key: string, { version, terms = [] }: Release): boolean {
  return terms.some(
    ({ role, people, before }: RoleTerm) =>
      people.some((login) => boardingKey('boarding', version, role, login) === key) ||
      missingIn(before?.people ?? [], people).some(
        (login) => boardingKey('leaving', version, role, login) === key,
      ) ||
      // Nobody knows any more who left.
      (before === undefined && key.includes('/leaving/')),
  );
}

/** Those of `logins` who are not among `others`. */
function missingIn(logins: readonly string[], others: readonly string[]): string[] {
  const known = new Set(others.map((login) => login.toLowerCase()));
  return logins.filter((login) => !known.has(login.toLowerCase()));
}
