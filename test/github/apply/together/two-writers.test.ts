// Law: however the requests of two runs come between each other, and whatever answers are lost, each comment is there once.
import * as fc from 'fast-check';
import { type Wish, sendTogether } from '../../../../src/github/apply/together/send-together.ts';
import { type CommentBoard, commentBoard } from '../../../support/comment-board.ts';
import { scriptedWorld } from '../../../support/scripted-github.ts';

const KEYS = 25;

function wishes(from: number): Wish[] {
  const numbers = Array.from({ length: KEYS }, (_, index) => from + index);
  return numbers.map((number) => ({
    kind: 'make',
    number,
    key: `k${number}`,
    text: `<!-- relcomms:v1 k${number} -->\nHello\n`,
  }));
}

/** `before`: it never came; `after`: it was carried out, and nobody heard of it. */
type Loss = 'before' | 'after' | undefined;

/** A run whose requests and answers take as long as the scheduler likes; one of its mutations may be lost. */
function writer(board: CommentBoard, scheduler: fc.Scheduler, loss: Loss, lost: number) {
  let mutations = 0;
  const graphql = async (query: string, values: Record<string, string>): Promise<unknown> => {
    await scheduler.schedule(Promise.resolve());
    const isLost = query.startsWith('mutation') && mutations++ === lost;
    const broken = Object.assign(new Error('Bad gateway'), { status: 502 });
    if (isLost && loss === 'before') throw broken;
    const answer = board.answer(query, values);
    await scheduler.schedule(Promise.resolve());
    if (isLost && loss === 'after') throw broken;
    return answer;
  };
  return scriptedWorld({ accounts: ['relcomms[bot]'], graphql });
}

const loss = fc.record({
  kind: fc.constantFrom<Loss>('before', 'after', undefined),
  which: fc.integer({ min: 0, max: 2 }),
});

test('two runs at once', async () => {
  await fc.assert(
    fc.asyncProperty(fc.scheduler(), loss, loss, async (scheduler, first, second) => {
      const board = commentBoard();
      const all = [
        sendTogether(writer(board, scheduler, first.kind, first.which), wishes(1)),
        // Half of it is what the other wants, too.
        sendTogether(writer(board, scheduler, second.kind, second.which), wishes(13)),
      ];
      const fates = await scheduler.waitFor(Promise.all(all));
      expect(fates.flat().filter(({ kind }) => kind === 'failed')).toEqual([]);
      const numbers = board.comments.map(({ number }) => number).toSorted((a, b) => a - b);
      expect(numbers).toEqual(Array.from({ length: KEYS + 12 }, (_, index) => index + 1));
    }),
    { numRuns: 200 },
  );
});
