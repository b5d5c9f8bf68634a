// What a run that finds nothing to do asks of GitHub, exactly, by the number of open pull requests.
import { rounds } from '../support/long.ts';
import { countedRun, settledPulls } from '../support/open-pulls.ts';

/** Requests, points and kilobytes for 100 pull requests at the most. */
test.each([
  { size: 10, requests: 3, points: 64, kilobytes: Infinity },
  { size: 100, requests: 4, points: 70, kilobytes: Infinity },
  { size: 300, requests: 7, points: 72, kilobytes: Infinity },
  ...(rounds(0, 1) === 0
    ? []
    : [
        { size: 1000, requests: 13, points: 80, kilobytes: 40 },
        { size: 3000, requests: 34, points: 150, kilobytes: 40 },
      ]),
])(
  '$size open pull requests: at most $requests requests and $points points, and no write',
  async ({ size, requests, points, kilobytes }) => {
    const github = await settledPulls(size);
    try {
      const cost = await countedRun(github);
      expect(cost.requests).toBeLessThanOrEqual(requests);
      expect(cost.points).toBeLessThanOrEqual(points);
      expect(cost.kilobytes).toBeLessThanOrEqual((kilobytes * size) / 100);
      expect(cost.writes).toBe(0);
    } finally {
      await github.close();
    }
  },
  600_000,
);
