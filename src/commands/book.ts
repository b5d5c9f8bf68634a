// All commands of a list of duties, with the places where they may be written.
import type { Observed } from '../domain/observed.ts';
import type { Command } from './command.ts';
import type { Place } from './place.ts';

/** A command whose scene is checked where it is declared, so that all commands fit into one list. */
// oxlint-disable-next-line typescript/no-explicit-any -- a list of commands with different scenes has no closer type
export type AnyCommand = Command<any, any>;

/** A duty as the book reads it. */
export interface DutyPart {
  readonly name: string;
  readonly places?: readonly Place[] | undefined;
  readonly commands?: readonly AnyCommand[] | undefined;
  /** Its decoded section; undefined while the config has none. */
  readonly config: unknown;
  /** The name of that section. */
  readonly section: string;
  /** It can't answer in this run. */
  readonly lacks: boolean;
  /** Facts that it needs, as far as they are known. Absent: nothing was looked at. */
  readonly observed?: Partial<Observed> | undefined;
}

export interface BookEntry extends Pick<DutyPart, 'config' | 'section' | 'lacks' | 'observed'> {
  readonly duty: string;
  readonly command: AnyCommand;
  readonly place: Place;
}

export interface CommandBook {
  readonly places: readonly Place[];
  readonly entries: readonly BookEntry[];
}

export const NO_COMMANDS: CommandBook = { places: [], entries: [] };

/** Place by place, that where people write first before all; in each the commands of who keeps it come first. */
export function commandBook(duties: readonly DutyPart[]): CommandBook {
  const kept = duties.flatMap((duty) => (duty.places ?? []).map((place) => ({ place, keeper: duty })));
  const ordered = [
    ...kept.filter(({ place }) => place.first === true),
    ...kept.filter(({ place }) => place.first !== true),
  ];
  return {
    places: ordered.map(({ place }) => place),
    entries: ordered.flatMap(({ place, keeper }) =>
      [keeper, ...duties.filter((duty) => duty !== keeper)].flatMap((duty) => entriesOf(duty, place)),
    ),
  };
}

function entriesOf({ name, commands = [], ...part }: DutyPart, place: Place): BookEntry[] {
  const { config, section, lacks, observed } = part;
  return commands
    .filter((command) => command.place === place.name)
    .map((command) => ({ duty: name, command, place, config, section, lacks, observed }));
}

/** Of several commands of one name, which people write in several places, the first. */
export function namesOf({ entries }: CommandBook): string[] {
  return [...new Set(entries.map(({ command }) => command.name))];
}

/** What a command does, with the place where that is not the first one. */
export function helpOf({ command, place }: BookEntry): string {
  return place.first === true ? command.help : `${place.on}: ${command.help}`;
}
