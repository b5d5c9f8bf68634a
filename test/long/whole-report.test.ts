// All sections at once over a thousand pull requests and thirty jobs: what a look at it costs.
import { wholeReport } from '../support/whole-report.ts';

/** Of some 170 nobody knows yet whether a failing check is required: they are read on, 20 a request. */
const FURTHER = 9;

test('a thousand pull requests and thirty jobs: at most 37 requests, and nothing is written twice', async () => {
  const { reads, idle, idleWrites, most } = await wholeReport(1000);
  console.log(`1,000 pull requests, 30 jobs: ${reads} reads at first, ${idle} when idle, at most ${most}`);
  expect(idle).toBeLessThanOrEqual(most + FURTHER);
  expect(idleWrites).toEqual([]);
}, 900_000);
