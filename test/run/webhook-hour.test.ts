// An hour of webhooks about many open pull requests: within GitHub's points, and what people see follows soon.
import { longTest } from '../support/long.ts';
import { playWebhooks } from '../support/webhook-hour.ts';

test('of sixty, thirty webhooks in sixteen minutes: labels follow within two minutes, people are asked within fifteen', async () => {
  const { points, followed, asked } = await playWebhooks(60, 30, 16);
  expect(followed).toBeLessThanOrEqual(2);
  expect(asked).toBeLessThanOrEqual(15.5);
  expect(points).toBeLessThanOrEqual(400);
}, 120_000);

longTest(
  'of a thousand, five hundred webhooks in an hour cost at most 4,500 points',
  async () => {
    const { points, requests, followed, asked } = await playWebhooks(1000, 500, 60);
    console.log(
      `${points} points, ${requests} requests; labels after ${followed.toFixed(1)} minutes, people after ${asked.toFixed(1)}`,
    );
    expect(points).toBeLessThanOrEqual(4500);
    expect(followed).toBeLessThanOrEqual(2);
    expect(asked).toBeLessThanOrEqual(15.5);
  },
  1_800_000,
);
