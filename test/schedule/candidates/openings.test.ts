// Candidates that are opened one after the other: their days and release day against a simple model.
import { readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { type Day, addDays, day, instantOf } from '../../../src/domain/day.ts';
import { slipChange } from '../../../src/duties/slip-change.ts';
import { type Prepared, prepareAt } from '../../../src/run/reconcile.ts';
import { nextCandidate } from '../../../src/schedule/candidates/next.ts';
import { rounds } from '../../support/long.ts';

const TEXT = readFileSync('test/fixtures/candidates.yml', 'utf8');
const RELEASE = day('2026-03-05');

function read(text: string, today: Day): Prepared {
  const prepared = prepareAt(text, instantOf(today, '12:00', 'UTC'));
  if ('problems' in prepared) throw new Error(prepared.problems.map(({ message }) => message).join('\n'));
  return prepared;
}

/** The config with one more candidate, opened on this day. */
function opened(text: string, today: Day): string {
  const now = instantOf(today, '12:00', 'UTC');
  const { config, releases } = read(text, today);
  const source = { path: '', text, spec: config.schedule, reread: (again: string) => prepareAt(again, now) };
  const [release] = releases;
  const next = release && nextCandidate(source.spec, release, today);
  if (release === undefined || next === undefined) throw new Error('no candidate can be opened');
  const change = slipChange({ moves: next.moves, release, context: { source, releases, now } });
  if ('problem' in change) throw new Error(change.problem);
  return change.content;
}

function daysOf(text: string, today: Day): Record<string, string> {
  const [release] = read(text, today).releases;
  return Object.fromEntries(release?.milestones.map(({ id, day: on }) => [id, on]) ?? []);
}

test('every opening is a week behind the last or later, and release day three days behind it', () => {
  const config = fc.record({
    planned: fc.integer({ min: 1, max: 4 }),
    waits: fc.array(fc.integer({ min: 0, max: 20 }), { maxLength: 4 }),
  });
  fc.assert(
    fc.property(config, ({ planned, waits }) => {
      let text = TEXT.replace('planned: 1', `planned: ${planned}`);
      // The model: days of the candidates, and release day.
      const candidates = Array.from({ length: planned }, (_, at) =>
        addDays(RELEASE, -3 - 7 * (planned - 1 - at)),
      );
      let release = RELEASE;
      let today = candidates.at(-1) ?? RELEASE;
      for (const wait of waits) {
        today = addDays(today, wait);
        let next = addDays(candidates.at(-1) ?? RELEASE, 7);
        while (next < today) next = addDays(next, 7);
        text = opened(text, today);
        candidates.push(next);
        const after = addDays(next, 3);
        if (after > release) release = after;
      }
      const found = daysOf(text, today);
      const rcs = Object.fromEntries(candidates.map((on, at) => [`rc${at + 1}`, on]));
      expect(found).toMatchObject({
        ...rcs,
        release,
        'notes-final': addDays(candidates.at(-1) ?? RELEASE, 2),
      });
    }),
    { numRuns: rounds(10, 300) },
  );
});
