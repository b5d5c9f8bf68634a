// Which repositories a round asks for: those with a config every 15 minutes, others once a day, each at a moment of its own.
import { array, assert, integer, property, string } from 'fast-check';
import type { Instant } from '../../src/domain/day.ts';
import {
  DAY,
  type Look,
  TICK,
  dueHints,
  dueIn,
  isOver,
  memoryLooks,
  oldLists,
} from '../../src/server/looks.ts';

const at = (instant: number): Instant => instant as Instant;
const looks = (look: Look | undefined) => new Map([['acme/demo', look]]);

test('one that was never asked for is due', () => {
  expect(dueIn(looks(undefined), at(0))).toEqual(['acme/demo']);
});

/** How many of a thousand are due so long after they were asked for. */
function dueAfter(hasConfig: boolean, after: number): number {
  const names = Array.from(
    { length: 1000 },
    (_, n) => [`acme/r${n}`, { asked: at(DAY), hasConfig }] as const,
  );
  return dueIn(new Map(names), at(DAY + after)).length;
}

test('one with a config is due after a tick, one without after a day', () => {
  expect([dueAfter(true, TICK), dueAfter(false, DAY)]).toEqual([1000, 1000]);
  // A twenty-fourth of them in an hour.
  expect(dueAfter(false, DAY / 24)).toBeLessThan(70);
});

test('whenever rounds come, a name is due once for each of its intervals that has begun', () => {
  assert(
    property(string(), array(integer({ min: 1, max: TICK })), (name, steps) => {
      let now = 0;
      let since = 0;
      let count = 0;
      for (const step of steps) {
        now += step;
        if (!isOver(at(since), at(now), TICK, name)) continue;
        since = now;
        count += 1;
      }
      // Rounds come at least once a tick, so none of its intervals passes without one.
      expect(count - Math.floor(now / TICK)).toBeGreaterThanOrEqual(0);
      expect(count - Math.ceil(now / TICK)).toBeLessThanOrEqual(0);
    }),
  );
});

test('a thousand names come spread over the tick', () => {
  const names = Array.from({ length: 1000 }, (_, n) => `acme/repository-${n}`);
  const perMinute = Array.from(
    { length: 15 },
    (_, minute) =>
      names.filter(
        (name) =>
          isOver(at(TICK), at(TICK + (minute + 1) * 60_000), TICK, name) &&
          !isOver(at(TICK), at(TICK + minute * 60_000), TICK, name),
      ).length,
  );
  expect(Math.max(...perMinute)).toBeLessThan(120);
  expect(Math.min(...perMinute)).toBeGreaterThan(30);
});

test('a list is old after a day, and a new one keeps what is known of repositories', async () => {
  const store = memoryLooks();
  await store.list(1, ['acme/a', 'acme/b'], at(0));
  expect(await oldLists(store, [1, 2], at(60_000))).toEqual([2]);
  await store.asked(1, ['acme/a', 'acme/b'], at(0));
  await store.seen(1, 'acme/a', false, at(0));
  await store.list(1, ['acme/a', 'acme/c'], at(DAY));
  const known = [...(await store.of(1))];
  expect(known).toEqual([
    ['acme/a', { asked: 0, hasConfig: false }],
    ['acme/c', undefined],
  ]);
  expect((await dueHints(store, [1], at(60_000))).map(({ repo }) => repo)).toEqual(['c']);
});
