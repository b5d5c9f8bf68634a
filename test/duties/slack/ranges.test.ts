// The day of a milestone in messages: first and last of several, and when it ends.
import { day } from '../../../src/domain/day.ts';
import { deadlineParts } from '../../../src/duties/slack/render.ts';
import { milestone } from '../../support/world.ts';

const WEEK = milestone('week', '2026-11-13', 'Test week');

test.each([
  [WEEK, 'Fri 13 Nov 2026, by '],
  [{ ...WEEK, from: day('2026-11-09') }, 'Mon 9 Nov 2026 to Fri 13 Nov 2026, by '],
])('%#', (one, text) => {
  expect(deadlineParts(one)[0]).toEqual({ kind: 'text', text });
});
