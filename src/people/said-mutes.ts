// Reads `mute` and `unmute` from the comments of a run before any duty decides: all of them go by the same answer.
import type { CommandBook } from '../commands/book.ts';
import { type Giver, may } from '../commands/may.ts';
import { parseCommand } from '../commands/parse.ts';
import type { CommandComment } from '../domain/command-comment.ts';
import type { Release } from '../domain/release.ts';
import { MOST_COMMANDS } from '../text/command-lines.ts';

/** What somebody said last, by login in small letters; `login` is spelt as GitHub spells it. */
export type SaidMutes = ReadonlyMap<string, { readonly login: string; readonly on: boolean }>;

type MutedRelease = Pick<Release, 'version' | 'roles' | 'roleTeams'>;

/** Of the places of one release where a command of the book is about pings. */
export function mutesSaid(
  comments: readonly CommandComment[],
  release: MutedRelease,
  book: CommandBook,
): SaidMutes {
  return new Map(
    comments.flatMap((comment) => {
      const { author: login } = comment;
      return comment.lines
        .slice(0, MOST_COMMANDS)
        .flatMap((line) => mutesBy(line, comment, release, book))
        .map((on) => [login.toLowerCase(), { login, on }]);
    }),
  );
}

/** It is about oneself only: with a name behind it is not carried out. */
function mutesBy(line: string, comment: CommandComment, release: MutedRelease, book: CommandBook): boolean[] {
  const parsed = parseCommand(line, book);
  if (parsed.kind === 'mistake' || parsed.words.length > 0) return [];
  const giver: Giver = { login: comment.author, permission: comment.permission, teams: comment.teams };
  const here = parsed.entries.find(({ place }) => place.holds?.(comment.issue, release) === true);
  if (here?.command.mutes === undefined || !may(here.command.right, giver, release)) return [];
  return [here.command.mutes];
}
