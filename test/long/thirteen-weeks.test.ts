// The Kubernetes v1.18.0 cycle on every single day, by Action, by App, and by both at once.
import { DAYS, byAction, byApp, byBoth, walk } from '../support/cycle-walk.ts';

test('by Action, by App and by both: one issue, the same body every day, and a second run writes nothing', async () => {
  // One App at a time: in one process, Apps of different GitHubs would get each other's tokens.
  const [action, app] = await Promise.all([walk(byAction, () => true), walk(byApp, () => true)]);
  const both = await walk(byBoth, () => true);
  expect(action.bodies.size).toBe(DAYS);
  expect([...app.bodies]).toEqual([...action.bodies]);
  expect([...both.bodies]).toEqual([...action.bodies]);
}, 600_000);
