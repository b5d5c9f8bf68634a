// The days on which a deadline is told before it comes.
import { type Lead, daysOfLead, isRaised, noticeStages } from '../../src/schedule/notice-stages.ts';
import * as fc from 'fast-check';
import { addDays, day, dayAt, instantOf, weekdayOf } from '../../src/domain/day.ts';
import { at, milestone, release } from '../support/world.ts';

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

test('hours count back from the time of day, or from the end of the day, and take the place of what else is that day', () => {
  const timed = { ...FREEZE, at: '14:00', deadline: at('2026-11-03T14:00:00Z') };
  const leads = [lead(1, 'weeks'), lead(0, 'days'), lead(4, 'hours')];
  const found = (one: typeof FREEZE) => noticeStages(one, release(), leads, []);
  expect(found(timed)).toEqual([
    { lead: leads[0], day: '2026-10-27' },
    { lead: leads[2], day: '2026-11-03', at: at('2026-11-03T10:00:00Z') },
  ]);
  expect(found(FREEZE)[1]?.at).toBe(at('2026-11-03T20:00:00Z'));
});

test('hours that begin on a day off are told on the working day before, from its first minute', () => {
  const monday = { ...milestone('code-freeze', '2026-11-02'), deadline: at('2026-11-02T09:00:00Z') };
  expect(stages([lead(24, 'hours')], monday)).toEqual(['2026-10-30 24 hours']);
  expect(noticeStages(monday, release(), [lead(24, 'hours')], [])[0]?.at).toBeUndefined();
});

test('168 hours are a week for RC1', () => {
  expect(isRaised(RC1, release(), [lead(168, 'hours')])).toBe(false);
  expect(isRaised(RC1, release(), [lead(167, 'hours')])).toBe(true);
});

test('over daylight saving hours are real ones, on a working day of the readers', () => {
  const zones = ['Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe', 'America/Santiago', 'AoE'];
  const property = fc.property(
    // Days around those on which clocks change in these zones, in both directions.
    fc.constantFrom('2026-10-22', '2027-03-11', '2027-03-25', '2026-09-03', '2027-04-01'),
    fc.nat(8),
    fc.nat(23),
    fc.integer({ min: 1, max: 120 }),
    fc.constantFrom(...zones),
    fc.constantFrom(...zones),
    (from, days, hour, hours, zone, timezone) => {
      const on = addDays(day(from), days);
      const deadline = instantOf(on, `${String(hour).padStart(2, '0')}:00`, zone);
      const one = { ...milestone('code-freeze', on), deadline, zone };
      const [stage] = noticeStages(one, release({ timezone }), [lead(hours, 'hours')], []);
      if (stage === undefined) throw new Error('no stage');
      expect(weekdayOf(stage.day)).toBeLessThan(6);
      const exact = (deadline - hours * 3_600_000) as typeof deadline;
      const isOff = weekdayOf(dayAt(exact, timezone)) > 5;
      expect(stage.at).toBe(isOff ? undefined : exact);
      expect(stage.day === dayAt(exact, timezone)).toBe(!isOff);
    },
  );
  fc.assert(property, { numRuns: 150 });
});
