// Scenario: people, App and Action at work on task issues at once; `npm run test:long` plays many more of these.
import { KNOWN_STORIES } from '../support/known-stories.ts';
import { taskInterleavings } from '../support/task-interleavings.ts';

const RUNS = 3;
/** The same stories each time; the long test draws new ones. */
const SEED = 12;

test(`${RUNS} interleavings of people, App and Action: what people did last stands on both sides`, async () => {
  const figures = await taskInterleavings(RUNS, { seed: SEED }, KNOWN_STORIES);
  expect(figures.interleavings).toBe(RUNS);
  expect(figures.overlapping).toBeGreaterThan(RUNS / 4);
}, 300_000);
