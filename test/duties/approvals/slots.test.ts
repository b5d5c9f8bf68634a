// What the ceilings leave: a mail is kept for the last reminder once that is less than a week away.
import { decide } from '../../../src/duties/approvals/decide.ts';
import { slotsOf } from '../../../src/duties/approvals/remind/slots.ts';
import { PULL, inputOf } from './world.ts';

/** Of a freeze on Tuesday, 3 November: the day before, at the end of working hours. */
const CONFIG = { remind: ['2d', '1d'], 'working-hours': '09:00-17:00' };

function isKept(now: string, pulls = [PULL]): boolean {
  const input = inputOf({ now, config: CONFIG, pulls });
  return slotsOf(decide(input).judged, input).later !== undefined;
}

test('within a week of the last reminder a mail is kept for it', () => {
  expect(isKept('2026-10-26T17:00:00Z')).toBe(false);
  expect(isKept('2026-10-26T17:00:01Z')).toBe(true);
});

test('where nobody has to act, none is', () => {
  expect(isKept('2026-10-30T10:00:00Z', [])).toBe(false);
  expect(isKept('2026-10-30T10:00:00Z', [{ ...PULL, decision: 'approved' }])).toBe(false);
});
