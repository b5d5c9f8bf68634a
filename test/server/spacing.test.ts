// Runs that webhooks ask for leave each other a minute; a person waits for none.
import type { Instant } from '../../src/domain/day.ts';
import type { Hint } from '../../src/server/hint.ts';
import { gapOf, startSpacing } from '../../src/server/spacing.ts';

const DEMO: Hint = { installation: 100, owner: 'acme', repo: 'demo', about: [1] };

/** Time that the test lets pass. */
function start() {
  let now = 1_000_000 as Instant;
  const due: { at: number; action: () => void }[] = [];
  const asked: Hint[] = [];
  const spacing = startSpacing({
    now: () => now,
    gap: gapOf({ second: 1000 }),
    timer: (milliseconds, action) => {
      const one = { at: now + milliseconds, action };
      due.push(one);
      return () => void due.splice(due.indexOf(one), due.includes(one) ? 1 : 0);
    },
    ask: (hint) => {
      asked.push(hint);
      spacing.began(hint);
    },
  });
  const pass = (milliseconds: number): void => {
    now = (now + milliseconds) as Instant;
    for (const one of due.filter(({ at }) => at <= now)) {
      due.splice(due.indexOf(one), 1);
      one.action();
    }
  };
  return { spacing, asked, pass, due };
}

test('the first hint is asked for at once, and those of the next minute as one when it is over', () => {
  const { spacing, asked, pass } = start();
  spacing.add(DEMO);
  expect(asked).toEqual([DEMO]);
  pass(10_000);
  spacing.add({ ...DEMO, about: [2] });
  pass(10_000);
  spacing.add({ ...DEMO, about: [3] });
  pass(39_999);
  expect(asked).toHaveLength(1);
  pass(1);
  expect(asked.slice(1)).toEqual([{ ...DEMO, about: [2, 3] }]);
  expect(spacing.size).toBe(0);
});

test('a person who asks takes along what waits, and nothing is asked for twice', () => {
  const { spacing, asked, pass, due } = start();
  spacing.add(DEMO);
  spacing.add({ ...DEMO, about: [2] });
  spacing.add({ ...DEMO, about: [3], isAsked: true });
  expect(asked.slice(1)).toEqual([{ ...DEMO, about: [2, 3], isAsked: true }]);
  expect(due).toEqual([]);
  pass(60_000);
  expect(asked).toHaveLength(2);
});

test('repositories wait for themselves alone', () => {
  const { spacing, asked } = start();
  const site = { ...DEMO, repo: 'site' };
  spacing.add(DEMO);
  spacing.add(site);
  expect(asked).toEqual([DEMO, site]);
});

test('whoever ends asks for all that waits', () => {
  const { spacing, asked, due } = start();
  spacing.add(DEMO);
  spacing.add({ ...DEMO, about: [2] });
  spacing.flush();
  expect(asked).toHaveLength(2);
  expect(due).toEqual([]);
});

test('five hundred webhooks of one hour become sixty runs', () => {
  const { spacing, asked, pass } = start();
  for (let count = 0; count < 500; count++) {
    spacing.add({ ...DEMO, about: [count] });
    pass(7_200);
  }
  pass(60_000);
  expect(asked.length).toBeLessThanOrEqual(61);
  expect(new Set(asked.flatMap(({ about = [] }) => about)).size).toBe(500);
});
