// Scenario: 200 interleavings of people, App and Action on task issues; no tick, close or line of theirs is lost.
import { taskInterleavings } from '../support/task-interleavings.ts';

const RUNS = 200;
/** `SEED=…` and `STORY=…`, as a failure prints seed and path, play the same again. */
const { SEED, STORY } = process.env;

test(`${RUNS} interleavings of people, App and Action: what people did last stands on both sides`, async () => {
  const seed = SEED === undefined ? {} : { seed: Number(SEED) };
  const figures = await taskInterleavings(RUNS, STORY === undefined ? seed : { ...seed, path: STORY });
  process.stdout.write(`${JSON.stringify(figures)}\n`);
  if (STORY !== undefined) return;
  // Without people between a read and a write of a run, it would prove nothing.
  expect(figures.interleavings).toBe(RUNS);
  expect(figures.overlapping).toBeGreaterThan(RUNS / 2);
  expect(Math.min(figures.both, figures.stale, figures.refused)).toBeGreaterThan(RUNS / 4);
}, 1_200_000);
