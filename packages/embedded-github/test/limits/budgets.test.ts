// What an account may ask for in an hour and in a minute, by a clock of the test.
import { type Spending, startBudgets } from '../../src/limits/budgets.ts';

const MINUTE = 60_000;
const READ: Spending = { resource: 'core', cost: 1, weight: 1, content: 0 };
const WRITE: Spending = { resource: 'core', cost: 1, weight: 5, content: 1 };
const QUERY: Spending = { resource: 'graphql', cost: 100, weight: 1, content: 0 };
const ALICE = { name: 'alice', workflow: false };
const ACTION = { name: 'github-actions[bot]', workflow: true };

/** Spends the same every so many milliseconds until something is refused: how often it went, and why not again. */
function until(spending: Spending, every: number, holder = ALICE) {
  let now = 0;
  const budgets = startBudgets(() => now);
  for (let times = 0; times < 10_000; times += 1) {
    const broken = budgets.spend(holder, spending);
    if (broken !== undefined) return { times, broken, budgets, wait: (ms: number) => void (now += ms) };
    now += every;
  }
  throw new Error('nothing was refused');
}

test.each([
  ['900 reads in a minute', READ, 0, 900, 'secondary'],
  ['80 writes in a minute', WRITE, 0, 80, 'secondary'],
  ['4 writes of 20 things in a minute', { ...WRITE, content: 20 }, 0, 4, 'secondary'],
  ['500 writes in an hour', WRITE, 1_000, 500, 'secondary'],
  ['5,000 requests in an hour', READ, 100, 5_000, 'primary'],
  ['5,000 points in an hour', QUERY, 100, 50, 'primary'],
  ['2,000 points of queries in a minute', { ...QUERY, cost: 0, weight: 5 }, 0, 400, 'secondary'],
] as const)('%s', (_, spending, every, times, broken) => {
  expect(until(spending, every)).toMatchObject({ times, broken });
});

test('a workflow has 1,000 an hour', () => {
  expect(until(READ, 100, ACTION)).toMatchObject({ times: 1_000, broken: 'primary' });
});

test('what was refused is not counted, and a new hour begins with the first request after it', () => {
  const { budgets, wait } = until(QUERY, 0);
  expect(budgets.rate(ALICE, 'graphql')).toEqual({
    limit: 5_000,
    used: 5_000,
    remaining: 0,
    reset: 60 * MINUTE,
  });
  expect(budgets.rate(ALICE, 'core')).toMatchObject({ used: 0 });
  wait(60 * MINUTE - 1);
  expect(budgets.spend(ALICE, QUERY)).toBe('primary');
  wait(1);
  expect(budgets.spend(ALICE, QUERY)).toBeUndefined();
  expect(budgets.rate(ALICE, 'graphql')).toMatchObject({ used: 100, reset: 120 * MINUTE });
});

test('a minute after 80 writes one more goes', () => {
  const { budgets, wait } = until(WRITE, 0);
  wait(MINUTE - 1);
  expect(budgets.spend(ALICE, WRITE)).toBe('secondary');
  wait(1);
  expect(budgets.spend(ALICE, WRITE)).toBeUndefined();
});

test('each has a budget of its own, and what is given back can be spent', () => {
  const { budgets } = until(QUERY, 0);
  expect(budgets.spend(ACTION, QUERY)).toBeUndefined();
  budgets.giveBack(ALICE, QUERY);
  expect(budgets.spend(ALICE, QUERY)).toBeUndefined();
  budgets.clear();
  expect(budgets.rate(ALICE, 'graphql')).toMatchObject({ used: 0 });
});
