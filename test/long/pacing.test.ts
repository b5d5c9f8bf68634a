// 120 tasks over all of their thirteen weeks, below GitHub's limits from the first write to the last.
import { START, expectBelowLimits, pacedWalk } from '../support/paced-walk.ts';

test('120 tasks from the first day on: below the limits all the way to the end, and everything is made', async () => {
  const { closeness: close, subIssues } = await pacedWalk(START);
  expect(subIssues).toBe(90);
  expectBelowLimits(close);
}, 900_000);
