// What the commands of a duty mean for it, where another duty answers them: the same answer, read once more.
import { MOST_COMMANDS } from '../text/command-lines.ts';
import { type Setting, carryOutLine } from './carry-out.ts';
import type { Answer, Command, Written } from './command.ts';
import { parseCommand } from './parse.ts';

export interface Said<E> {
  readonly by: string;
  readonly commentId: number;
  readonly effect: E;
}

/** In order; nothing of what was refused, not carried out, or beyond the limit of a comment. */
export function effectsOf<S, E>(
  commands: readonly Command<S, never, E>[],
  comments: readonly Written[],
  setting: Setting<undefined>,
): Said<E>[] {
  return comments.flatMap((comment) =>
    comment.lines.slice(0, MOST_COMMANDS).flatMap((line) => {
      if (!names(commands, line, setting)) return [];
      // The line is of one of these commands, so the effect is theirs.
      const { good, effect } = carryOutLine(line, comment, undefined, setting) as Answer<never, E>;
      if (!good || effect === undefined) return [];
      return [{ by: comment.author, commentId: comment.commentId, effect }];
    }),
  );
}

function names<S, E>(
  commands: readonly Command<S, never, E>[],
  line: string,
  { book, place }: Setting<undefined>,
): boolean {
  const parsed = parseCommand(line, book);
  const here =
    parsed.kind === 'command' ? parsed.entries.find((entry) => entry.place.name === place) : undefined;
  return commands.some((command) => command === here?.command);
}
