// The days on which a deadline is told before it comes.
import { type Lead, daysOfLead, isRaised, noticeStages } from '../../src/schedule/notice-stages.ts';
import { day } from '../../src/domain/day.ts';
import { milestone, release } from '../support/world.ts';

const RC1 = milestone('rc1', '2026-11-10', 'RC1');
const FREEZE = milestone('code-freeze', '2026-11-03', 'Code freeze');

const lead = (amount: number, unit: Lead['unit']): Lead => ({ amount, unit });
const stages = (leads: readonly Lead[], one = FREEZE, holidays: readonly string[] = [], timezone = 'UTC') =>
  noticeStages(
    one,
    release({ timezone }),
    leads,
    holidays.map((text) => day(text)),
  ).map(({ day: on, lead: { amount, unit } }) => `${on} ${amount} ${unit}`);

test('the earliest comes first, whatever the order', () => {
  const leads = [lead(1, 'days'), lead(1, 'weeks'), lead(2, 'working-days')];
  const expected = ['2026-10-27 1 weeks', '2026-10-30 2 working-days', '2026-11-02 1 days'];
  expect(stages(leads)).toEqual(expected);
  expect(stages(leads.toReversed())).toEqual(expected);
});

test('of two on one day the later one is told', () => {
  expect(stages([lead(7, 'days'), lead(5, 'working-days'), lead(1, 'days')])).toHaveLength(2);
  expect(stages([lead(2, 'days'), lead(3, 'days'), lead(4, 'days')])).toEqual(['2026-10-30 2 days']);
});

test('what falls on a day off is told on the working day before', () => {
  expect(stages([lead(1, 'days')], FREEZE, ['2026-11-02'])).toEqual(['2026-10-30 1 days']);
  // The last word on a deadline of a day off, too: nobody reads it that day.
  const sunday = milestone('code-freeze', '2026-11-01', 'Code freeze');
  expect(stages([lead(1, 'weeks'), lead(0, 'days')], sunday)).toEqual([
    '2026-10-23 1 weeks',
    '2026-10-30 0 days',
  ]);
});

test('RC1 is told a week before, whatever is written', () => {
  expect(stages([lead(2, 'days')], RC1)).toEqual(['2026-11-03 1 weeks', '2026-11-06 2 days']);
  expect(stages([lead(2, 'days')])).toEqual(['2026-10-30 2 days']);
  expect(stages([], RC1)).toEqual([]);
});

test.each<[Lead, boolean]>([
  [lead(6, 'days'), true],
  [lead(7, 'days'), false],
  [lead(4, 'working-days'), true],
  [lead(5, 'working-days'), false],
  [lead(1, 'weeks'), false],
])('whether a week is added to %j: %s', (one, raised) => {
  expect(isRaised(RC1, release(), [one])).toBe(raised);
  expect(isRaised(FREEZE, release(), [one])).toBe(false);
});

test('the fewest calendar days of working days', () => {
  expect([1, 4, 5, 9, 10].map((amount) => daysOfLead(lead(amount, 'working-days')))).toEqual([
    1, 4, 7, 11, 14,
  ]);
});
