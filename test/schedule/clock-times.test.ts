// A milestone at a time of day: its instant in every zone and over changes of the clock, where it is shown, and bad times.
import * as fc from 'fast-check';
import { buildCalendar } from '../../src/calendar/build-calendar.ts';
import { renderCalendar } from '../../src/calendar/render-calendar.ts';
import { addDays, day, dayAt, formatInstant } from '../../src/domain/day.ts';
import { spliceDays } from '../../src/config/splice-day.ts';
import { buildReleases } from '../../src/schedule/build-release.ts';
import { withDays } from '../../src/schedule/slip-apply.ts';
import { slip } from '../../src/schedule/slip.ts';
import { prepare } from '../../src/run/reconcile.ts';
import { renderToday } from '../../src/duties/tracking-issue/body/render-today.ts';
import { at, read, releaseOf } from '../support/world.ts';

function config(milestone: string, release = '2027-01-26', timezone = 'Europe/Berlin'): string {
  return `timezone: ${timezone}
roles: { lead: [alice] }
cycle: { weeks: 4, release-week: 4, weeks-after: 0 }
milestones: { go: ${milestone} }
releases: [{ version: 1.0.0, release: ${release} }]
`;
}

function goOf(text: string) {
  const found = releaseOf(read(text)).milestones.find(({ id }) => id === 'go');
  if (found === undefined) throw new Error('no such milestone');
  return found;
}

test('it is late from that time on, in its own zone or that of the config', () => {
  const text = '{ on: release - 1 week, at: 17:00 }';
  expect(new Date(goOf(config(text)).deadline).toISOString()).toBe('2027-01-19T16:00:00.000Z');
  const elsewhere = '{ on: release - 1 week, at: 17:00, zone: AoE }';
  expect(new Date(goOf(config(elsewhere)).deadline).toISOString()).toBe('2027-01-20T05:00:00.000Z');
});

test('its clock shows that time on every day of the year, but where the clock jumps over it', () => {
  const zones = ['Europe/Berlin', 'America/St_Johns', 'Australia/Lord_Howe', 'UTC', 'Pacific/Apia'];
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 1500 }),
      fc.integer({ min: 3, max: 23 }),
      fc.constantFrom(...zones),
      (days, hour, zone) => {
        const release = addDays(day('2027-01-01'), days);
        const time = `${String(hour).padStart(2, '0')}:30`;
        const go = goOf(config(`{ on: release, at: '${time}' }`, release, zone));
        expect(formatInstant(go.deadline, zone, 'YYYY-MM-DD HH:mm')).toBe(`${release} ${time}`);
      },
    ),
    { numRuns: 60 },
  );
});

test.each([
  ['Europe/Berlin', 'Tue 19 Jan, 17:00 Europe/Berlin (in 4 days, 19 Jan 16:00 UTC): **Go**'],
  ['UTC', 'Tue 19 Jan, 17:00 UTC (in 4 days): **Go**'],
  ['AoE', 'Tue 19 Jan, 17:00 AoE (in 4 days, 20 Jan 05:00 UTC): **Go**'],
])('the first screen of the issue says it in %s, with UTC beside it', (zone, line) => {
  const release = releaseOf(read(config(`{ on: release - 1 week, at: 17:00, zone: ${zone} }`)));
  const now = at('2027-01-15T10:00:00Z');
  const today = dayAt(now, release.timezone);
  expect(renderToday({ release, now, today, done: new Set(), refTo: () => '' })).toContain(`- ${line}\n`);
});

test('a calendar has it at that time, and a whole day as before', () => {
  const release = releaseOf(read(config('{ on: release - 1 week, at: 17:00, title: Go or no-go }')));
  const entries = buildCalendar(release);
  expect(entries[0]?.description).toBe('At 17:00 in the zone Europe/Berlin.');
  const text = renderCalendar('Releases', entries);
  expect(text).toContain('DTSTART:20270119T160000Z');
  expect(text).toContain('DTSTART;VALUE=DATE:20270126');
});

test('a release takes the time of the milestone at the top with it', () => {
  const text = config('{ on: release - 1 week, at: 17:00 }').replace(
    'release: 2027-01-26 }',
    'release: 2027-01-26, milestones: { go: 2027-01-18 } }',
  );
  expect(new Date(goOf(text).deadline).toISOString()).toBe('2027-01-18T16:00:00.000Z');
});

test('a slip keeps the time of day, in its table as in the text', () => {
  const text = config('{ on: release - 1 week, at: 17:00, title: Go or no-go }');
  const { config: loaded } = read(text);
  const wish = {
    version: '1.0.0',
    moves: [{ milestone: 'go', to: day('2027-01-18') }],
    today: day('2027-01-05'),
  };
  const table = slip(loaded.schedule, wish);
  if ('code' in table) throw new Error(table.message);
  const told = buildReleases(withDays(loaded.schedule, table.edits)).releases;
  const spliced = spliceDays(text, table.edits);
  if ('problem' in spliced) throw new Error(spliced.problem.message);
  expect(goOf(spliced.text)).toMatchObject({ day: '2027-01-18', at: '17:00', title: 'Go or no-go' });
  expect(told).toEqual([releaseOf(read(spliced.text))]);
});

test.each([
  ['5pm', 'Write "17:00".'],
  ['9:30', 'Write "09:30".'],
  ['12am', 'Write "00:00".'],
  ['25:00', 'Write hours and minutes on a 24-hour clock, for example 17:00.'],
  ['noon', 'Write hours and minutes on a 24-hour clock, for example 17:00.'],
])('%s is no time of day', (time, fix) => {
  const prepared = prepare(config(`{ on: release, at: '${time}' }`));
  const [problem] = 'problems' in prepared ? prepared.problems : [];
  expect(problem).toMatchObject({ code: 'bad-time', fix, line: 4 });
});
