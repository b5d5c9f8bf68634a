// The commands of the duties of a run, and which of them can be carried out in it.
import { type CommandBook, commandBook } from '../commands/book.ts';
import type { Observation, Observed } from '../domain/observed.ts';
import type { AnyDuty } from './duty.ts';

/** The name of the config section that switches a duty on. */
export function sectionOf({ name, section }: AnyDuty): string {
  return section ?? name;
}

/** `sections` are decoded. Without an `observation` nothing is lacking. */
export function bookOf(
  {
    duties,
    sections,
  }: { readonly duties: readonly AnyDuty[]; readonly sections: Readonly<Record<string, unknown>> },
  observation?: Observation,
): CommandBook {
  return commandBook(
    duties.map((duty) => ({
      name: duty.name,
      places: duty.places,
      commands: duty.commands,
      config: sections[sectionOf(duty)],
      section: sectionOf(duty),
      lacks: observation !== undefined && duty.needs.some((fact) => !observation[fact].known),
      observed: observation === undefined ? undefined : seenBy(duty, observation),
    })),
  );
}

function seenBy({ needs }: AnyDuty, observation: Observation): Partial<Observed> {
  return Object.fromEntries(
    needs.flatMap((fact) => {
      const found = observation[fact];
      return found.known ? [[fact, found.value]] : [];
    }),
  );
}
