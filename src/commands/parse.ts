// Reads one command line into a name, words and a reason.
import { nearest } from '../domain/nearest.ts';
import { COMMANDS, type CommandRow } from './table.ts';

export type Parsed =
  | {
      readonly kind: 'command';
      readonly row: (typeof COMMANDS)[number];
      readonly words: readonly string[];
      readonly because: string | undefined;
    }
  /** `message` is Markdown of our own words. */
  | { readonly kind: 'mistake'; readonly message: string };

/** Longest reason that is kept, in characters. */
export const REASON_LIMIT = 300;

/** `line` begins with `/release`; alone it asks for help. Names are read in any case. */
export function parseCommand(line: string): Parsed {
  const [, rest = ''] = /^\/release\s*(.*)$/s.exec(line) ?? [];
  const [before = '', reason = ''] = rest.split(/(?:^|\s)because(?:\s+(.*)|$)/is);
  const [name = 'help', ...words] = before.split(/\s+/).filter((word) => word !== '');
  const row = COMMANDS.find((candidate) => candidate.name === name.toLowerCase());
  if (row === undefined) return { kind: 'mistake', message: unknown(name) };
  const because = Array.from(reason.trim()).slice(0, REASON_LIMIT).join('');
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
    ? 'There is no such command; `/release help` lists them.'
    : `Did you mean \`/release ${guess}\`?`;
}
