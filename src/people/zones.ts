// Where a person works: the zone that the config gives them.
import { sameName } from './names.ts';

/** Undefined for teams and for people of whom the config says nothing. */
export function ownZone(
  name: string,
  people: Readonly<Record<string, { readonly timezone?: string | undefined }>>,
): string | undefined {
  const known = Object.entries(people).find(([login]) => sameName(login, name));
  return known?.[1].timezone;
}
