// All sections at once over a thousand pull requests and thirty jobs: what a look at it costs.
import { wholeReport } from '../support/whole-report.ts';

test('a thousand pull requests and thirty jobs: at most 28 requests, and nothing is written twice', async () => {
  const { reads, idle, idleWrites, most } = await wholeReport(1000);
  console.log(`1,000 pull requests, 30 jobs: ${reads} reads at first, ${idle} when idle, at most ${most}`);
  expect(idle).toBeLessThanOrEqual(most);
  expect(idleWrites).toEqual([]);
}, 900_000);
