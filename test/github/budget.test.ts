// What is left of the hour, as GitHub's answers say it.
import type { Instant } from '../../src/domain/day.ts';
import { type Budget, budgetIn, lower } from '../../src/github/budget.ts';

const headers = (given: Readonly<Record<string, string>>) => ({ get: (name: string) => given[name] ?? null });
const WHOLE = {
  'x-ratelimit-resource': 'graphql',
  'x-ratelimit-limit': '5000',
  'x-ratelimit-remaining': '4990',
  'x-ratelimit-reset': '1600000000',
};

test('an answer with all four headers says what is left', () => {
  expect(budgetIn(headers(WHOLE))).toEqual({
    resource: 'graphql',
    limit: 5000,
    remaining: 4990,
    reset: 1_600_000_000_000,
  });
});

test.each(Object.keys(WHOLE))('without %s nobody knows', (name) => {
  const rest = Object.fromEntries(Object.entries(WHOLE).filter(([key]) => key !== name));
  expect(budgetIn(headers(rest))).toBeUndefined();
});

test('what is no number is no budget', () => {
  expect(budgetIn(headers({ ...WHOLE, 'x-ratelimit-remaining': 'many' }))).toBeUndefined();
});

function at(reset: number, remaining: number): Budget {
  return { resource: 'graphql', limit: 5000, remaining, reset: reset as Instant };
}

test('answers that overtake each other: the lowest of the newest hour counts', () => {
  expect(lower(undefined, at(1, 9))).toEqual(at(1, 9));
  expect(lower(at(1, 9), at(1, 8))).toEqual(at(1, 8));
  expect(lower(at(1, 8), at(1, 9))).toEqual(at(1, 8));
  expect(lower(at(1, 8), at(2, 5000))).toEqual(at(2, 5000));
  expect(lower(at(2, 5000), at(1, 8))).toEqual(at(2, 5000));
});
