// Scenario: 200 interleavings of people, App and Action on task issues; no tick, close or line of theirs is lost.
import { taskInterleavings } from '../support/task-interleavings.ts';

const RUNS = Number(process.env.RUNS ?? 200);

test(`${RUNS} interleavings of people, App and Action: what people did last stands on both sides`, async () => {
  const figures = await taskInterleavings(RUNS);
  process.stdout.write(`${JSON.stringify(figures)}\n`);
  expect(figures.overlapping).toBeGreaterThan(RUNS / 2);
}, 600_000);
