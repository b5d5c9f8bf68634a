// Answers the commands on pull requests where the duty that otherwise does is off.
import { NO_COMMANDS } from '../../../commands/book.ts';
import { carryOutComment } from '../../../commands/carry-out.ts';
import type { Desired } from '../../../domain/desired.ts';
import type { Pull } from '../../../domain/pull.ts';
import { keyOf } from '../../../text/marker.ts';
import { type OnPull, PULL_PLACE } from '../../pull-place.ts';
import type { FreezeInput } from '../input.ts';
import { render } from '../render.ts';

/** A reaction to each comment, and one comment for each person who made a mistake. Who may not gets no words. */
export function answerAlone(input: FreezeInput): Desired[] {
  if (input.told?.asksOnce !== undefined) return [];
  return input.observed.pulls.flatMap((pull) => answersOn(pull, input));
}

function answersOn(pull: Pull, input: FreezeInput): Desired[] {
  const { releases, commands: book = NO_COMMANDS } = input;
  return pull.commands.flatMap((command): Desired[] => {
    const at: OnPull = { pull };
    const { answers } = carryOutComment(command, at, {
      book,
      place: PULL_PLACE.name,
      releases,
      own: pull.author.login,
      scene: ({ config }) => ({ context: { ...input, config }, issues: input.observed.ownIssues, at }),
    });
    const { author, commentId } = command;
    const key = keyOf('freeze-answer', String(pull.number), author.toLowerCase());
    const words = answers.flatMap(({ refused, reply }) => (refused === true ? [] : (reply ?? [])));
    const why = render.said(author);
    const content = answers.every(({ good }) => good) ? '+1' : 'confused';
    return [
      ...(words.length === 0
        ? []
        : [{ kind: 'pull-comment' as const, pull: pull.number, key, body: words.join('\n\n'), why }]),
      { kind: 'reaction', commentId, content, entry: key, why },
    ];
  });
}
