// Goes through the commands that people wrote: what they change all in all, and how each comment is answered.
import { dayAt } from '../../../domain/day.ts';
import type { Desired, DesiredReaction } from '../../../domain/desired.ts';
import { MOST_COMMANDS } from '../../../text/command-lines.ts';
import { trackingKey } from '../../../memory/tracking-key.ts';
import { type Answer, type CommandInput, type Effects, told } from './answer.ts';
import { carryOut } from './carry-out.ts';
import { renderAnswers, renderCommandEntry, renderTooMany } from './render-command.ts';
import { entryKey } from '../stage.ts';
import type { CommandComment } from '../../../domain/command-comment.ts';

/** Refusals of one person that the log lists; more of them only get their 😕. */
const MOST_REFUSALS = 5;

export interface CommandEffects extends Readonly<Effects> {
  readonly desired: readonly Desired[];
}

/** One comment, what became of its lines, and how often its author was refused before. */
interface Answered {
  readonly comment: CommandComment;
  readonly answers: readonly (Answer & { readonly line: string })[];
  readonly refusedBefore: number;
}

/** Goes through the comments of this release in order; later ones win. */
export function commandEffects(input: CommandInput): CommandEffects {
  const effects: Effects = { done: new Map(), skipped: new Map(), assign: new Map() };
  const refused = new Map<string, number>();
  const version = trackingKey(input.release).split('/')[0] ?? '';
  // Case files are answered by the duty that keeps them.
  const own = input.comments.filter(
    ({ issue }) => issue.startsWith(`${version}/`) && !issue.startsWith(`${version}/case/`),
  );
  const desired = own.flatMap((comment) => {
    const answers = comment.lines.map((line, index) => ({
      line,
      ...(index < MOST_COMMANDS
        ? carryOut(line, comment, input, effects)
        : told(renderTooMany(MOST_COMMANDS))),
    }));
    const refusedBefore = refused.get(comment.author) ?? loggedRefusals(comment.author, input);
    if (isRefused(answers)) refused.set(comment.author, refusedBefore + 1);
    return answerTo({ comment, answers, refusedBefore }, input);
  });
  return { ...effects, desired };
}

/** Who has no right to a command is told why once, and listed a few times: nobody can flood issue or log. */
function answerTo({ comment, answers, refusedBefore }: Answered, input: CommandInput): Desired[] {
  const { release } = input;
  const refused = isRefused(answers);
  const key = entryKey(
    release,
    refused ? `refused/${comment.author}/${comment.commentId}` : `command/${comment.commentId}`,
  );
  const why = `${comment.author} asked for it`;
  const replies = answers.flatMap(({ line, reply }) => (reply === undefined ? [] : [{ line, reply }]));
  const silent = replies.length === 0 || (refused && refusedBefore > 0);
  const body = renderAnswers(comment.author, replies);
  const day = dayAt(input.context.now, release.timezone);
  const text = answers.map(({ line, words }) => renderCommandEntry(comment.author, line, words)).join('; ');
  return [
    ...answers.flatMap((answer) => answer.desired ?? []),
    ...(silent
      ? []
      : [{ kind: 'comment' as const, issue: comment.issue, key: `${key}/reply`, entry: key, body, why }]),
    reaction({ comment, answers, refusedBefore }, key, why),
    ...(refused && refusedBefore >= MOST_REFUSALS
      ? []
      : [{ kind: 'entry' as const, issue: trackingKey(release), key, day, text, why }]),
  ];
}

/** 👍 or 😕; what GitHub itself may refuse brings the words along in which that is told. */
function reaction({ comment, answers }: Answered, key: string, why: string): DesiredReaction {
  const risks = answers.flatMap(({ line, risk }) => (risk === undefined ? [] : [{ line, reply: risk }]));
  return {
    kind: 'reaction',
    commentId: comment.commentId,
    content: answers.every((answer) => answer.good) ? '+1' : 'confused',
    entry: key,
    excuse:
      risks.length === 0
        ? undefined
        : { number: comment.number, key: `${key}/excuse`, body: renderAnswers(comment.author, risks) },
    why,
  };
}

function isRefused(answers: readonly Answer[]): boolean {
  return answers.every((answer) => answer.refused === true);
}

function loggedRefusals(author: string, { release, issues }: CommandInput): number {
  const ledger = issues.find((issue) => issue.key === trackingKey(release))?.ledger;
  const prefix = `${entryKey(release, `refused/${author}`)}/`;
  return ledger?.entries.filter(({ key }) => key.startsWith(prefix)).length ?? 0;
}
