// Who holds a task: the people of its role, or the former lead before roles are filled.
import type { ScheduleSpec } from '../domain/spec.ts';

/** Roles are final only in week 2; until its end the former lead stands in for a missing lead (K15, K20, K53). */
const LAST_WEEK_OF_HANDOVER = 2;

/**
 * The logins that hold a task due in this week. A role means its own people only:
 * shadows hold the tasks of the role `shadow` and are merely told of the others.
 */
export function holdersOf(
  role: string | undefined,
  week: number,
  roles: ScheduleSpec['roles'],
): readonly string[] {
  if (role === undefined) return [];
  const holders = peopleOf(role, roles);
  const handover = role === 'lead' && holders.length === 0 && week <= LAST_WEEK_OF_HANDOVER;
  return handover ? peopleOf('former-lead', roles) : holders;
}

function peopleOf(role: string, roles: ScheduleSpec['roles']): readonly string[] {
  return Object.hasOwn(roles, role) ? (roles[role] ?? []) : [];
}
