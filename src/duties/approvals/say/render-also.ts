// The lines of a comment that say what else waits for those whom it reaches.
import { named } from './render-asks.ts';
import { type Waiting, waitsFor } from '../remind/waits.ts';
import type { CommentInput } from './comment-input.ts';

/** Empty once nothing of it waits any more. Numbers are live, so that a click leads there. */
export function renderAlso(comment: CommentInput): string {
  const lines = comment.also.flatMap(({ name, pulls }) => {
    const numbers = pulls.map(({ number }) => number).toSorted((a, b) => a - b);
    const asked = numbersWords(name, numbers, 'asked', comment);
    const instead = numbersWords(name, numbers, 'instead', comment);
    const words = [
      ...(asked === '' ? [] : [asked]),
      ...(instead === '' ? [] : [`in place of others ${instead}`]),
    ];
    return words.length === 0 ? [] : [`- ${named(name, comment)}: ${words.join('; ')}`];
  });
  return lines.length === 0 ? '' : `Also waiting for you:\n\n${lines.join('\n')}`;
}

function numbersWords(
  name: string,
  numbers: readonly number[],
  how: Waiting,
  { judged, waits }: CommentInput,
): string {
  return numbers
    .filter((number) => number !== judged.pull.number && waitsFor(name, number, waits) === how)
    .map((number) => `#${number}`)
    .join(', ');
}
