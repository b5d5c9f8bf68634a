// The words with which commands are answered, whatever they do.
import { codeSpan, escapeMarkdown } from '../text/escape-markdown.ts';
import { type BookEntry, type CommandBook, helpOf } from './book.ts';
import { usageOf } from './command.ts';
import type { Giver } from './may.ts';
import { REASON_LIMIT } from './parse.ts';
import { RIGHT_WORDS, type Right } from './rights.ts';

/** Longest command that an answer repeats, in characters; the log repeats the reason as well. */
const LINE_LIMIT = 120;

/** A line and our answer to it, made of our own words and escaped ones. */
export interface LineReply {
  readonly line: string;
  readonly reply: string;
}

export const protocol = {
  tooMany: (most: number) =>
    `A comment can have ${most} commands, so relcomms skipped this one. Write it in a new comment.`,
  off: ({ section }: BookEntry) => `This feature is off: the config has no section \`${section}\`.`,
  lacks: () =>
    "relcomms couldn't read everything that it needs for this command. Try again in a few minutes.",
  /** Where a command belongs; beside the place where people write first, also what may be written here. */
  elsewhere: ({ command, place }: BookEntry, { places, entries }: CommandBook, here: string) => {
    const there = `\`/release ${command.name}\` works on ${place.of}; write it there.`;
    if (places.some(({ name, first }) => name === here && first === true)) return there;
    const known = entries
      .filter((entry) => entry.place.name === here)
      .map((one) => codeSpan(usageOf(one.command)));
    return known.length === 0 ? there : `${there} Here you can write ${listed(known)}.`;
  },
};

export function renderCommandEntry(author: string, line: string, words: string): string {
  return `${escapeMarkdown(author)}: ${shown(line, LINE_LIMIT + REASON_LIMIT)}, ${escapeMarkdown(words)}`;
}

/** Says to whom and to which line each answer belongs; several answers stand below each other. */
export function renderReplies(author: string, replies: readonly LineReply[]): string {
  return replies
    .map(({ line, reply }) => {
      const to = `${escapeMarkdown(author)}, ${shown(line)}:`;
      return reply.includes('\n') ? `${to}\n\n${reply}` : `${to} ${reply}`;
    })
    .join('\n\n');
}

/** Why a command is not carried out, in one line. */
export function renderRefusal(right: Right, { permission, teams }: Giver): string {
  if (permission === 'unknown')
    return "relcomms couldn't check your permissions, so it didn't run this command. Try again in a few minutes.";
  const only = `You can't do that here. It's open to ${RIGHT_WORDS[right]}.`;
  if (teams.unknown.length === 0) return only;
  const names = teams.unknown.map(escapeMarkdown).join(', ');
  return `${only} relcomms couldn't check whether you are in ${names}, so it counts that as no. It needs permission to read the organization's members, which a workflow token can't have.`;
}

/** A line of a list for each command. */
export function renderCommandList({ entries }: CommandBook): string {
  return entries.map((entry) => `- ${codeSpan(usageOf(entry.command))} ${helpOf(entry)}`).join('\n');
}

function listed(words: readonly string[]): string {
  const last = words.at(-1) ?? '';
  return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} and ${last}`;
}

function shown(line: string, limit = LINE_LIMIT): string {
  const characters = Array.from(line);
  return codeSpan(characters.length <= limit ? line : `${characters.slice(0, limit).join('')}…`);
}
