// Law: however the requests of two runs come between each other, and whatever answers are lost, each comment is there once.
import * as fc from 'fast-check';
import { sendTogether } from '../../../../src/github/apply/together/send-together.ts';
import type { Wish } from '../../../../src/github/apply/together/send-wishes.ts';
import { readMarkers } from '../../../../src/text/marker.ts';
import { type CommentBoard, commentBoard } from '../../../support/comment-board.ts';
import { scriptedWorld } from '../../../support/scripted-github.ts';

const KEYS = 25;

function wishes(from: number): Wish[] {
  const numbers = Array.from({ length: KEYS }, (_, index) => from + index);
  return numbers.map((number) => ({
    kind: 'make',
    number,
    parts: [{ key: `k${number}`, body: 'Hello' }],
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

/** What one run says on one issue, in one comment or several. */
const news = fc
  .uniqueArray(fc.constantFrom('a', 'b', 'c', 'd'), { minLength: 1 })
  .map((keys): Wish[] => [
    { kind: 'make', number: 1, parts: keys.map((key) => ({ key, body: `Hello ${key}` })) },
  ]);

test('three runs at once that say several things in one comment: each is said once', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.scheduler(),
      fc.array(fc.tuple(news, loss), { minLength: 2, maxLength: 3 }),
      async (scheduler, runs) => {
        const board = commentBoard();
        const all = runs.map(([wished, { kind, which }]) =>
          sendTogether(writer(board, scheduler, kind, which), wished),
        );
        const fates = await scheduler.waitFor(Promise.all(all));
        const wanted = runs.flatMap(([wished]) =>
          wished.flatMap((one) => (one.kind === 'make' ? one.parts.map(({ key }) => key) : [])),
        );
        expect(fates.flat().filter(({ kind }) => kind === 'failed')).toEqual([]);
        const there = board.comments.flatMap(({ text }) => {
          const keys = readMarkers(text);
          expect(keys.filter((key) => !text.includes(`Hello ${key}`))).toEqual([]);
          return keys;
        });
        expect(there.toSorted()).toEqual([...new Set(wanted)].toSorted());
      },
    ),
    { numRuns: 300 },
  );
});
