// All looks of a run share its room.
import type { Observation } from '../../src/domain/observed.ts';
import { FACTS } from '../../src/github/facts/index.ts';
import { planAhead } from '../../src/plan/plan-ahead.ts';
import { dutyRun } from '../../src/run/duty-run.ts';
import { at, read } from '../support/world.ts';

const TASKS = Array.from(
  { length: 12 },
  (_, index) => `{ id: t${index}, title: T${index}, due: 2026-10-20, role: lead }`,
);
const CONFIG = `roles: { lead: [alice] }
cycle: { weeks: 8, release-week: 8, weeks-after: 0 }
tasks: [${TASKS.join(', ')}]
releases: [{ version: 1.0.0, start: 2026-10-05, release: 2026-11-24 }]
tracking-issue: { tasks: all }
`;

/** A repository in which there is nothing yet. */
const NOTHING = {
  ...Object.fromEntries(FACTS.flatMap(({ facts }) => facts).map((fact) => [fact, []])),
  fixes: { fixes: [], branches: [] },
  assignable: ['alice'],
};

/** Operations of each look, as a run with so much room foresees them. */
function looks(room: number): number[] {
  const known = Object.entries(NOTHING).map(([fact, value]) => [fact, { known: true, value }]);
  const run = dutyRun(read(CONFIG), { now: at('2026-10-05T10:00:00Z') });
  const passes = planAhead(run, Object.fromEntries(known) as Observation, room);
  return passes.map(({ operations }) => operations.length);
}

test('where there is room for all, the first look does all of it, and the second welcomes', () => {
  const [first = 0, ...later] = looks(1000);
  expect(first).toBeGreaterThan(20);
  // The lead is assigned, welcomed, and both are noted.
  expect(later).toEqual([3]);
});

test.each([1, 5, 8, 13, 20, 30])('with room for %i no more than that is done in all', (room) => {
  expect(looks(room).reduce((sum, count) => sum + count, 0)).toBeLessThanOrEqual(room);
});
