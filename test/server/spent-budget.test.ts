// When too little is left of an installation's hour for a further run.
import type { Instant } from '../../src/domain/day.ts';
import { spentUntil } from '../../src/server/spent-budget.ts';

test('with less than a run needs nothing begins until the hour is over', () => {
  const budget = [
    { resource: 'core', remaining: 4000, reset: 200 as Instant },
    { resource: 'graphql', remaining: 20, reset: 100 as Instant },
  ];
  expect(spentUntil(budget, 50)).toBe(100);
  expect(spentUntil(budget, 150)).toBeUndefined();
  expect(spentUntil([], 0)).toBeUndefined();
});
