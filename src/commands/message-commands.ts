// The commands about messages: what is announced, and which message is approved.
import type { Release } from '../domain/release.ts';
import { type Giver, may } from './may.ts';
import { parseCommand } from './parse.ts';
import type { CommandComment } from '../domain/command-comment.ts';

/** Longest text that is announced, in characters. */
export const ANNOUNCE_LIMIT = 1000;

/** The text behind `/release announce`, as it was written; "because" is a word like any other here. */
export function announcedText(line: string): string {
  const [, text = ''] = /^\/release\s+announce(?:\s+(.*))?$/is.exec(line) ?? [];
  return Array.from(text.trim()).slice(0, ANNOUNCE_LIMIT).join('');
}

/** Texts to announce and ids of approved messages in one comment; nothing of what its author may not do. */
export function messageCommands(
  comment: CommandComment,
  release: Pick<Release, 'roles' | 'roleTeams'>,
): { readonly announced: readonly string[]; readonly approved: readonly string[] } {
  const giver: Giver = { login: comment.author, permission: comment.permission, teams: comment.teams };
  const given = comment.lines.flatMap((line) => {
    const parsed = parseCommand(line);
    return parsed.kind === 'command' && may(parsed.row.right, giver, release) ? [{ line, parsed }] : [];
  });
  return {
    announced: given.flatMap(({ line, parsed }) => {
      const text = parsed.row.name === 'announce' ? announcedText(line) : '';
      return text === '' ? [] : [text];
    }),
    approved: given.flatMap(({ parsed }) =>
      parsed.row.name === 'approve' ? [(parsed.words[0] ?? '').toLowerCase()] : [],
    ),
  };
}
