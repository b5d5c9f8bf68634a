// Scenario: the Kubernetes v1.18.0 cycle by Action, by App and by both on the days on which something happens. Every day: `npm run test:long`.
import { DAYS, byAction, byApp, byBoth, walk } from '../support/cycle-walk.ts';

/** The first day, the Wednesdays, on which somebody ticks, and the last days. */
const busy = (index: number): boolean => index === 0 || index % 7 === 2 || index > DAYS - 8;

test('by Action, by App and by both: one issue, the same body, and a second run writes nothing', async () => {
  // One App at a time: in one process, Apps of different GitHubs would get each other's tokens.
  const [action, app] = await Promise.all([walk(byAction, busy), walk(byApp, busy)]);
  const both = await walk(byBoth, busy);
  for (const [index, body] of app.bodies)
    expect({ index, body }).toEqual({ index, body: action.bodies.get(index) });
  expect([...both.bodies]).toEqual([...app.bodies]);
  const last = action.bodies.get(DAYS - 1);
  expect(last).toContain('## Cycle finished');
  expect(last?.match(/- \[x\]/g)).toHaveLength(13);
  expect(action.bodies.get(58)).toContain('## Week 9 of 13 · R-3');
  // One body a day, the memory of 13 ticks, and what the first and the last day need: no more.
  expect(action.writes).toBeLessThanOrEqual(DAYS + 13 + 10);
}, 300_000);
