// When the next write may go: the rules one by one, and all of them over any run of writes.
import * as fc from 'fast-check';
import { isHeld } from '../../src/github/held.ts';
import { HOUR, MINUTE, type PacedWrite, SECOND, type WriteKind, pace } from '../../src/github/pace.ts';
import { startPacer } from '../../src/github/pacer.ts';
import { virtualClock } from '../support/virtual-clock.ts';

const NOW = 10 * HOUR;

function journal(writes: readonly PacedWrite[], quietUntil = -Infinity) {
  return { writes, quietUntil };
}

/** So many writes, evenly over the time before now. */
function many(count: number, over: number): PacedWrite[] {
  return Array.from({ length: count }, (_, index) => ({
    at: NOW - over + ((index + 1) * over) / (count + 1),
    kind: 'plain' as const,
    pieces: 1,
  }));
}

test('the first write goes at once', () => {
  expect(pace(journal([]), NOW, 'notice')).toEqual({ kind: 'go' });
});

test.each([
  ['plain', 'plain', SECOND],
  ['notice', 'plain', SECOND],
  ['plain', 'notice', SECOND],
  ['notice', 'notice', 3 * SECOND],
] as const)('after a %s write, a %s one waits %d milliseconds', (before, kind, gap) => {
  const writes = [{ at: NOW, kind: before, pieces: 1 }];
  expect(pace(journal(writes), NOW, kind)).toEqual({ kind: 'wait', milliseconds: gap });
  expect(pace(journal(writes), NOW + gap - 1, kind)).toEqual({ kind: 'wait', milliseconds: 1 });
  expect(pace(journal(writes), NOW + gap, kind)).toEqual({ kind: 'go' });
});

test('a minute with 60 writes waits until the first of them is a minute old', () => {
  const writes = many(60, 50 * SECOND);
  const soon = NOW + SECOND;
  const milliseconds = (writes[0]?.at ?? 0) + MINUTE - soon;
  expect(pace(journal(writes), soon, 'plain')).toEqual({ kind: 'wait', milliseconds });
  expect(pace(journal(writes.slice(1)), soon, 'plain')).toEqual({ kind: 'go' });
});

test('a batch counts as many as it holds: it waits until the window has room for all of them', () => {
  const writes = [
    { at: NOW - 50 * SECOND, kind: 'notice', pieces: 20 },
    { at: NOW - 30 * SECOND, kind: 'notice', pieces: 20 },
    { at: NOW - 10 * SECOND, kind: 'notice', pieces: 8 },
  ] as const;
  expect(pace(journal(writes), NOW, 'notice', 12)).toEqual({ kind: 'go' });
  expect(pace(journal(writes), NOW, 'notice', 13)).toEqual({ kind: 'wait', milliseconds: 10 * SECOND });
  expect(pace(journal(writes), NOW, 'notice', 33)).toEqual({ kind: 'wait', milliseconds: 30 * SECOND });
});

test('48 comments by twenties take six seconds when nobody else writes', async () => {
  const sent = await letGo([20, 20, 8].map((pieces) => ({ kind: 'notice', pieces, pause: 0 })));
  expect(sent.map(({ at }) => at - NOW)).toEqual([0, 3 * SECOND, 6 * SECOND]);
});

test('an hour with 400 writes holds, and waits once the wait is a minute at most', () => {
  const writes = many(400, 50 * MINUTE);
  const until = (writes[0]?.at ?? 0) + HOUR;
  expect(pace(journal(writes), NOW, 'plain')).toEqual({ kind: 'hold', until, why: 'hour' });
  expect(pace(journal(writes), until - MINUTE, 'plain')).toEqual({ kind: 'wait', milliseconds: MINUTE });
  expect(pace(journal(writes), until, 'plain')).toEqual({ kind: 'go' });
});

test('when GitHub asks for quiet, a short one is waited for and a long one holds', () => {
  expect(pace(journal([], NOW + 30 * SECOND), NOW, 'plain')).toEqual({
    kind: 'wait',
    milliseconds: 30 * SECOND,
  });
  expect(pace(journal([], NOW + 2 * MINUTE), NOW, 'plain')).toEqual({
    kind: 'hold',
    until: NOW + 2 * MINUTE,
    why: 'asked',
  });
});

/** Asks in a row, with pauses in between, and tells when each was let go. */
async function letGo(
  asks: readonly (Omit<PacedWrite, 'at'> & { readonly pause: number })[],
): Promise<PacedWrite[]> {
  const clock = virtualClock(NOW);
  const pacer = startPacer(clock);
  const sent: PacedWrite[] = [];
  for (const { kind, pieces, pause } of asks) {
    clock.reach(clock.now() + pause);
    try {
      // oxlint-disable-next-line no-await-in-loop -- one after the other, as a run writes
      const answered = await pacer.admit(kind, pieces);
      sent.push({ at: clock.now(), kind, pieces });
      answered();
    } catch (error) {
      if (!isHeld(error)) throw error;
    }
  }
  return sent;
}

test('whoever asks however often: never over 60 pieces in a minute or 400 in an hour, with a second and three between', async () => {
  const ask = fc.record({
    kind: fc.constantFrom<WriteKind>('plain', 'notice'),
    pieces: fc.oneof(fc.constant(1), fc.integer({ min: 2, max: 20 })),
    pause: fc.oneof(fc.constant(0), fc.nat(2 * SECOND), fc.nat(5 * MINUTE)),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(ask, { minLength: 500, maxLength: 900, size: 'max' }), async (asks) => {
      const sent = await letGo(asks);
      for (const [index, { at, kind }] of sent.entries()) {
        const since = (length: number) =>
          sent
            .filter((one, other) => other <= index && one.at > at - length)
            .reduce((sum, { pieces }) => sum + pieces, 0);
        expect(since(MINUTE)).toBeLessThanOrEqual(60);
        expect(since(HOUR)).toBeLessThanOrEqual(400);
        expect(at - (sent[index - 1]?.at ?? 0)).toBeGreaterThanOrEqual(SECOND);
        const former = sent.slice(0, index).findLast((one) => one.kind === 'notice');
        const gap = kind === 'notice' ? at - (former?.at ?? 0) : Infinity;
        expect(gap).toBeGreaterThanOrEqual(3 * SECOND);
      }
    }),
    { numRuns: 5 },
  );
});

test('writes of one account go in the order of asking, the next one after the answer to the one before', async () => {
  const clock = virtualClock(NOW);
  const pacer = startPacer(clock);
  const order: string[] = [];
  const first = await pacer.admit('plain');
  const ask = async (name: string): Promise<void> => {
    const answered = await pacer.admit('plain');
    order.push(name);
    answered();
  };
  const others = [ask('second'), ask('third')];
  await Promise.resolve();
  expect(order).toEqual([]);
  first();
  await Promise.all(others);
  expect(order).toEqual(['second', 'third']);
});

test('what is held rejects at once, and the next in the row is asked all the same', async () => {
  const clock = virtualClock(NOW);
  const pacer = startPacer(clock);
  pacer.limited({ kind: 'pause', milliseconds: 5 * MINUTE });
  const all = [pacer.admit('plain'), pacer.admit('notice')];
  const results = await Promise.allSettled(all);
  expect(results.map((result) => result.status === 'rejected' && isHeld(result.reason))).toEqual([
    true,
    true,
  ]);
  clock.reach(NOW + 5 * MINUTE);
  await expect(pacer.admit('plain')).resolves.toBeInstanceOf(Function);
});
