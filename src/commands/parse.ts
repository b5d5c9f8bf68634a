// Reads one command line into a name, words and a reason.
import { nearest } from '../domain/nearest.ts';
import { type BookEntry, type CommandBook, namesOf } from './book.ts';
import { usageOf } from './command.ts';

export type Parsed =
  | {
      readonly kind: 'command';
      readonly name: string;
      /** At least one: the same name may mean something else in another place. */
      readonly entries: readonly [BookEntry, ...BookEntry[]];
      readonly words: readonly string[];
      readonly because: string | undefined;
    }
  /** `message` is Markdown of our own words. */
  | { readonly kind: 'mistake'; readonly message: string };

/** Longest reason that is kept, in characters. */
export const REASON_LIMIT = 300;

/** `line` begins with `/release`. Names are read in any case. */
export function parseCommand(line: string, book: CommandBook): Parsed {
  const [, rest = ''] = /^\/release\s*(.*)$/s.exec(line) ?? [];
  const [before = '', reason = ''] = rest.split(/(?:^|\s)because(?:\s+(.*)|$)/is);
  const [written, ...words] = before.split(/\s+/).filter((word) => word !== '');
  const name = written?.toLowerCase() ?? bareOf(book)?.command.name ?? '';
  const [first, ...others] = book.entries.filter(({ command }) => command.name === name);
  if (first === undefined) return { kind: 'mistake', message: unknown(name, book) };
  const because = Array.from(reason.trim()).slice(0, REASON_LIMIT).join('');
  return {
    kind: 'command',
    name,
    entries: [first, ...others],
    words,
    because: because === '' ? undefined : because,
  };
}

function bareOf({ entries }: CommandBook): BookEntry | undefined {
  return entries.find(({ command }) => command.bare === true);
}

function unknown(name: string, book: CommandBook): string {
  const guess = nearest(name, namesOf(book));
  if (guess !== undefined) return `Did you mean \`/release ${guess}\`?`;
  const bare = bareOf(book);
  return bare === undefined
    ? 'There is no such command.'
    : `There is no such command; \`${usageOf(bare.command)}\` lists them.`;
}
