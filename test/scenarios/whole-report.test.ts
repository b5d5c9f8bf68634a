// Scenario: all sections at once over a crowd of pull requests and many jobs, and what a look at it costs.
import { wholeReport } from '../support/whole-report.ts';

test('fifty pull requests and thirty jobs: the requests stay below their bound, and nothing is written twice', async () => {
  const { reads, idle, idleWrites, most, red } = await wholeReport(50);
  console.log(`50 pull requests, 30 jobs: ${reads} reads at first, ${idle} when idle, at most ${most}`);
  expect(red).toBe(2);
  expect(idle).toBeLessThanOrEqual(most);
  expect(idleWrites).toEqual([]);
}, 120_000);
