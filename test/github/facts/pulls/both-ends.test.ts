// A list read from both ends: all of it, once each, whatever opens or closes between two pages.
import * as fc from 'fast-check';
import { type AskPage, type End, fromBothEnds } from '../../../../src/github/facts/pulls/both-ends.ts';

interface Asked {
  readonly end: End;
  readonly cursor: string | null;
}

/** A list of numbers in their order, pages of so many, and what happens to it after each page. */
function listOf(numbers: readonly number[], size: number, then: (list: Set<number>, asked: number) => void) {
  const list = new Set(numbers);
  const asked: Asked[] = [];
  const ask: AskPage<number> = async (end, cursor) => {
    asked.push({ end, cursor });
    const ordered = [...list].toSorted((a, b) => a - b);
    const from = Number(cursor ?? Number.NaN);
    const rest = ordered.filter((one) => cursor === null || (end === 'front' ? one > from : one < from));
    const items = end === 'front' ? rest.slice(0, size) : rest.slice(-size);
    const edge = end === 'front' ? items.at(-1) : items[0];
    const further = rest.length > items.length ? { further: String(edge) } : {};
    const page = { items, total: ordered.length, ...further };
    then(list, asked.length);
    // Pages of both ends may come in any order.
    await Promise.resolve();
    return page;
  };
  const read = async () => fromBothEnds(await ask('front', null), ask, (one) => one);
  return { read, asked, list };
}

function upTo(count: number): number[] {
  return Array.from({ length: count }, (_, index) => index + 1);
}

test.each([
  { count: 0, requests: 1, steps: 1 },
  { count: 100, requests: 1, steps: 1 },
  { count: 101, requests: 2, steps: 2 },
  { count: 150, requests: 2, steps: 2 },
  { count: 250, requests: 3, steps: 2 },
  { count: 950, requests: 10, steps: 6 },
  // Where the ends would meet between two pages, one would be read twice: the front goes on alone.
  { count: 1000, requests: 10, steps: 10 },
])('$count: $requests requests, $steps of them one after the other', async ({ count, requests, steps }) => {
  const { read, asked } = listOf(upTo(count), 100, () => {});
  expect(await read()).toEqual(upTo(count));
  expect(asked).toHaveLength(requests);
  expect(asked.filter(({ end }) => end === 'front')).toHaveLength(steps);
});

test('what was open all the time is there, once, whatever opened and closed between two pages', async () => {
  const change = fc.record({ closes: fc.boolean(), number: fc.integer({ min: 1, max: 900 }) });
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 0, max: 700 }),
      fc.integer({ min: 20, max: 100 }),
      fc.array(fc.array(change, { maxLength: 40 }), { maxLength: 12 }),
      async (count, size, changes) => {
        const touched = new Set(changes.flat().map(({ number }) => number));
        const { read } = listOf(upTo(count), size, (list, asked) => {
          for (const { closes, number } of changes[asked - 1] ?? [])
            if (closes) list.delete(number);
            else list.add(number);
        });
        const found = await read();
        expect(new Set(found).size).toBe(found.length);
        const stayed = upTo(count).filter((number) => !touched.has(number));
        expect(found.filter((number) => !touched.has(number))).toEqual(stayed);
      },
    ),
    { numRuns: 300 },
  );
});

test('a page that can not be read takes the list along', async () => {
  const { read } = listOf(upTo(500), 100, (_, asked) => {
    if (asked === 3) throw new Error('502');
  });
  await expect(read()).rejects.toThrow('502');
});
