// Who is assigned to the tracking issue: the people of the roles that hold the whole release, each once.
import type { OwnIssue } from '../../domain/observed.ts';
import type { Release } from '../../domain/release.ts';
import type { DutyContext } from '../duty.ts';
import type { TrackingIssueConfig } from './config.ts';
import { render } from './render.ts';
import { entryKey } from './stage.ts';
import type { Input } from './input.ts';

/** GitHub takes ten assignees. */
const MOST = 10;

export interface Assignee {
  readonly login: string;
  readonly assignable: boolean;
  /** Name of the log line, and its text. */
  readonly name: string;
  readonly text: string;
  readonly entry: string;
  readonly why: string;
}

/** People to assign, without those who want no pings; a shadow is told, not assigned. */
export function toAssign(
  release: Release,
  { config, isQuiet }: DutyContext<TrackingIssueConfig>,
): { login: string; role: string }[] {
  const people = config.assign.flatMap((role) =>
    (release.roles[role] ?? []).map((login) => ({ login, role })),
  );
  const once = people.filter(
    (person, index) => people.findIndex((other) => other.login === person.login) === index,
  );
  return once.filter(({ login }) => !isQuiet(login, release.version)).slice(0, MOST);
}

/** Each person is assigned once, or said once to be out of reach; people may take it back. */
export function assigneesFor(release: Release, found: OwnIssue | undefined, input: Input): Assignee[] {
  const written = new Set(found?.ledger?.entries.map((entry) => entry.key));
  return toAssign(release, input).flatMap(({ login, role }) => {
    const assignable = input.observed.assignable.includes(login);
    const name = `${assignable ? 'assigned' : 'not-assigned'}/${login}`;
    const entry = entryKey(release, name);
    if (written.has(entry)) return [];
    const text = assignable ? render.assignedEntry(login, role) : render.notAssignedEntry(login, role);
    return [{ login, assignable, name, text, entry, why: render.whyAssign(role) }];
  });
}
