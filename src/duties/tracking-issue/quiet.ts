// Who is neither mentioned nor assigned: people who opted out in the config, and those who muted this release.
import type { LedgerState } from '../../domain/observed.ts';

/** Those who are muted after this run's commands, in order of their names. */
export function mutedNow(before: readonly string[], said: ReadonlyMap<string, boolean>): string[] {
  const kept = before.filter((login) => said.get(login) !== false);
  const added = [...said].flatMap(([login, on]) => (on ? [login] : []));
  return [...new Set([...kept, ...added])].toSorted();
}

/** As the log keeps it: absent when there is nobody. */
export function mutedState(muted: readonly string[]): Pick<LedgerState, 'muted'> {
  return muted.length === 0 ? {} : { muted };
}

/** `quiet` with the people of the roles who are muted, spelt as the config spells them. */
export function quietWith(
  quiet: ReadonlySet<string>,
  muted: readonly string[],
  roles: Readonly<Record<string, readonly string[]>>,
): ReadonlySet<string> {
  const names = new Set(muted.map((login) => login.toLowerCase()));
  const people = Object.values(roles).flat();
  return new Set([...quiet, ...muted, ...people.filter((login) => names.has(login.toLowerCase()))]);
}

/** Whether a person, in any spelling, wants no pings after what was said in this run. */
export function isQuiet(
  login: string,
  quiet: ReadonlySet<string>,
  before: readonly string[],
  said: ReadonlyMap<string, boolean>,
): boolean {
  const all = [...quiet, ...mutedNow(before, said)];
  return all.some((name) => name.toLowerCase() === login.toLowerCase());
}
