// What GitHub's answers say of an installation's budget, and when too little is left for a run.
import { hearBudget, spentUntil } from '../../src/server/hear-budget.ts';

type Wrapper = (request: (options: unknown) => unknown, options: unknown) => Promise<unknown>;

/** Lets answers with these headers go by. */
async function heardOf(...answers: readonly Record<string, string>[]) {
  const wrappers: Wrapper[] = [];
  const heard = hearBudget({ hook: { wrap: (_, wrapper) => void wrappers.push(wrapper) } });
  for (const headers of answers) await wrappers[0]?.(() => Promise.resolve({ headers }), {});
  return heard();
}

const left = (resource: string, remaining: number, reset: number): Record<string, string> => ({
  'x-ratelimit-resource': resource,
  'x-ratelimit-remaining': String(remaining),
  'x-ratelimit-reset': String(reset),
});

test('the lowest of the newest hour counts, each resource by itself', async () => {
  const heard = await heardOf(
    left('core', 40, 100),
    left('core', 90, 100),
    left('graphql', 4000, 100),
    left('graphql', 5000, 200),
  );
  expect(heard).toEqual([
    { resource: 'core', remaining: 40, reset: 100 },
    { resource: 'graphql', remaining: 5000, reset: 200 },
  ]);
});

test('an answer without numbers says nothing', async () => {
  expect(await heardOf({}, { 'x-ratelimit-resource': 'core' })).toEqual([]);
});

test('a refusal is heard, and goes on', async () => {
  const wrappers: Wrapper[] = [];
  const heard = hearBudget({ hook: { wrap: (_, wrapper) => void wrappers.push(wrapper) } });
  const refused = Object.assign(new Error('no'), { response: { headers: left('core', 0, 100) } });
  await expect(wrappers[0]?.(() => Promise.reject(refused), {})).rejects.toBe(refused);
  expect(heard()).toEqual([{ resource: 'core', remaining: 0, reset: 100 }]);
});

test('with less than a run needs nothing begins until the hour is over', () => {
  const budget = [
    { resource: 'core', remaining: 4000, reset: 200 },
    { resource: 'graphql', remaining: 20, reset: 100 },
  ];
  expect(spentUntil(budget, 50_000)).toBe(100_000);
  expect(spentUntil(budget, 150_000)).toBeUndefined();
  expect(spentUntil([], 0)).toBeUndefined();
});
