// Reads one command line into a name, words and a reason.
import { nearest } from '../domain/nearest.ts';
import { COMMANDS, type CommandName, type CommandRow } from './table.ts';

export type Parsed =
  | {
      readonly kind: 'command';
      readonly row: CommandRow & { readonly name: CommandName };
      readonly words: readonly string[];
      readonly because: string | undefined;
    }
  | { readonly kind: 'mistake'; readonly message: string };

/** Longest reason that is kept. */
const REASON_LIMIT = 300;

/** `line` begins with `/release`. Names are read in any case, a word too many is a mistake. */
export function parseCommand(line: string): Parsed {
  const [, rest = ''] = /^\/release\s*(.*)$/.exec(line) ?? [];
  const [before = '', reason] = rest.split(/(?:^|\s)because\s+(.*)$/s);
  const [name = 'help', ...words] = before.split(/\s+/).filter((word) => word !== '');
  const row = COMMANDS.find((candidate) => candidate.name === name.toLowerCase());
  if (row === undefined) return { kind: 'mistake', message: unknown(name) };
  const because = reason?.trim().slice(0, REASON_LIMIT);
  return { kind: 'command', row, words, because: because === '' ? undefined : because };
}

/** How a command is written. */
export function usageOf({ name, usage }: CommandRow): string {
  return `/release ${name}${usage === '' ? '' : ` ${usage}`}`;
}

function unknown(name: string): string {
  const guess = nearest(
    name.toLowerCase(),
    COMMANDS.map((row) => row.name),
  );
  return guess === undefined
    ? 'There is no such command; /release help lists them.'
    : `Did you mean /release ${guess}?`;
}
