// Reads that do not depend on each other: a few at once, answers in order, and nothing left running after a failure.
import { sideBySide } from '../../src/github/side-by-side.ts';

/** Reads that end when they are told to, in any order. */
function gated(count: number) {
  const ends: ((failure?: Error) => void)[] = [];
  const begun: number[] = [];
  const reads = Array.from({ length: count }, (_, index) => () => {
    begun.push(index);
    return new Promise<number>((resolve, reject) => {
      ends[index] = (failure) => (failure === undefined ? resolve(index) : reject(failure));
    });
  });
  return { reads, begun, end: (index: number, failure?: Error) => ends[index]?.(failure) };
}

/** As long as promises follow from each other. */
async function settle(): Promise<void> {
  for (let turn = 0; turn < 20; turn++) {
    // oxlint-disable-next-line no-await-in-loop -- turns of the queue
    await Promise.resolve();
  }
}

test('four are begun, and each end begins the next; answers keep the order of the reads', async () => {
  const { reads, begun, end } = gated(6);
  const all = sideBySide(reads);
  expect(begun).toEqual([0, 1, 2, 3]);
  end(2);
  await settle();
  expect(begun).toEqual([0, 1, 2, 3, 4]);
  for (const index of [4, 3]) end(index);
  await settle();
  for (const index of [5, 1, 0]) end(index);
  expect(await all).toEqual([0, 1, 2, 3, 4, 5]);
});

test('after a failure none is begun, and it is thrown once the others have ended: the first in order', async () => {
  const { reads, begun, end } = gated(6);
  let thrown: unknown;
  const all = sideBySide(reads).catch((error: unknown) => {
    thrown = error;
  });
  end(3, new Error('the fourth'));
  await settle();
  end(1, new Error('the second'));
  end(0);
  await settle();
  expect(thrown).toBeUndefined();
  end(2);
  await all;
  expect(thrown).toEqual(new Error('the second'));
  expect(begun).toEqual([0, 1, 2, 3]);
});

function broken(): Promise<number> {
  throw new Error('at once');
}

test('a read that throws before it waits fails like any other', async () => {
  await expect(sideBySide([() => Promise.resolve(1), broken])).rejects.toThrow('at once');
});

test('nothing is nothing', async () => {
  expect(await sideBySide([])).toEqual([]);
});
