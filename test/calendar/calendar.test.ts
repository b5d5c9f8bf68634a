// The calendar file: read back by another reader, the same bytes each time, and numbered by the slips.
import * as fc from 'fast-check';
import { buildCalendar } from '../../src/calendar/build-calendar.ts';
import { movesIn } from '../../src/calendar/moves.ts';
import { renderCalendar } from '../../src/calendar/render-calendar.ts';
import { day } from '../../src/domain/day.ts';
import type { Release } from '../../src/domain/release.ts';
import { desiredForSlips } from '../../src/duties/tracking-issue/slips/slips.ts';
import { prepare } from '../../src/run/reconcile.ts';
import { plainLine } from '../../src/text/plain-line.ts';
import { cli } from '../cli/run-cli.ts';
import { type Component, has, readCalendar, valueOf } from './read-calendar.ts';
import { instant } from '../support/runs.ts';
import { anyText } from '../support/any-text.ts';

function releaseOf(text: string): Release {
  const prepared = prepare(text);
  const release = 'releases' in prepared ? prepared.releases[0] : undefined;
  if (release === undefined) throw new Error(JSON.stringify(prepared));
  return release;
}

const config = (rc1 = '2026-11-10', more = ''): string => `
timezone: Europe/Berlin
cycle: { weeks: 4, release-week: 3, weeks-after: 1 }
tasks:
  - { id: burndown, title: 'Burndown, daily; maybe', due: week 1 thursday, every: 2 weeks, until: release }
  - { id: once, title: Once, due: week 1 friday }
releases:
  - version: '1.10.0'
    title: Demo 1.10
    start: 2026-11-02
    release: 2026-11-24
    milestones:
      kick-off: { on: 2026-11-02, title: 'Kick-off' }
      rc1: { on: ${rc1}, title: Release candidate 1${more} }
tracking-issue: {}
`;

function eventsOf(text: string): Map<string, Component> {
  return new Map(readCalendar(text).components.map((event) => [valueOf(event, 'UID'), event]));
}

function entryOf(text: string, uid: string): Component {
  const found = eventsOf(text).get(uid);
  if (found === undefined) throw new Error(`no ${uid}`);
  return found;
}

const render = (release: Release, ...more: Parameters<typeof movesIn>): string =>
  renderCalendar(release.title, buildCalendar(release, movesIn(...more)));

test('roles in turn are days from week 1 to release day, in this release and the next two', () => {
  const more = `  - { version: 1.11.0, title: Demo 1.11, release: 2027-02-02 }
  - { version: 1.12.0, release: 2027-04-06 }
  - { version: 1.13.0, release: 2027-06-08 }
roles:
  release-lead: { rotation: { through: [alice, bob], turns: { 1.10.0: bob } } }
  docs: [carol]
tracking-issue: {}`;
  const text = render(releaseOf(config().replace('tracking-issue: {}', more)), []);
  const terms = [...eventsOf(text)].filter(([uid]) => uid.includes('/role/'));
  expect(
    terms.map(([uid, event]) =>
      [uid, ...['SUMMARY', 'DTSTART', 'DTEND'].map((name) => valueOf(event, name))].join(' '),
    ),
  ).toEqual([
    '1.10.0/role/release-lead@relcomms Demo 1.10: release lead bob 20261102 20261125',
    '1.11.0/role/release-lead@relcomms Demo 1.11: release lead alice 20270118 20270203',
    '1.12.0/role/release-lead@relcomms 1.12.0: release lead bob 20270322 20270407',
  ]);
});

test('milestones are days, deadlines remind at nine a week and a day before, meetings repeat', () => {
  const text = render(releaseOf(config()), []);
  expect([...eventsOf(text).keys()]).toEqual([
    '1.10.0/kick-off@relcomms',
    '1.10.0/rc1@relcomms',
    '1.10.0/release@relcomms',
    '1.10.0/task/burndown@relcomms',
  ]);
  const rc1 = entryOf(text, '1.10.0/rc1@relcomms');
  expect(rc1.properties.find(({ name }) => name === 'DTSTART')).toEqual({
    name: 'DTSTART',
    parameters: ['VALUE=DATE'],
    value: '20261110',
  });
  expect(valueOf(rc1, 'DTEND')).toBe('20261111');
  expect(valueOf(rc1, 'SUMMARY')).toBe('Demo 1.10: Release candidate 1');
  expect(rc1.components.map((alarm) => valueOf(alarm, 'TRIGGER'))).toEqual(['-P6DT15H', '-PT15H']);
  expect(entryOf(text, '1.10.0/kick-off@relcomms').components).toEqual([]);
  const meeting = entryOf(text, '1.10.0/task/burndown@relcomms');
  expect(valueOf(meeting, 'RRULE').split(';').toSorted()).toEqual(['COUNT=2', 'FREQ=WEEKLY', 'INTERVAL=2']);
  expect(valueOf(meeting, 'DTSTART')).toBe('20261105');
  expect(valueOf(meeting, 'SUMMARY')).toBe('Demo 1.10: Burndown, daily; maybe');
  expect(has(entryOf(text, '1.10.0/release@relcomms'), 'RRULE')).toBe(false);
});

test('a slip keeps the id and raises the number, and nothing else changes its bytes', () => {
  const before = render(releaseOf(config()), []);
  const moved = releaseOf(config('2026-11-17'));
  const told = [
    { key: '1.10.0/opened', day: day('2026-11-02'), text: '' },
    { key: '1.10.0/moved/rc1-2026-11-12', day: day('2026-11-04'), text: '' },
    { key: '1.10.0/moved/kick-off-2026-11-03%2Brc1-2026-11-17', day: day('2026-11-09'), text: '' },
    { key: '1.10.0/moved/rc1/2026-11-12/2026-11-17', day: day('2026-11-09'), text: '' },
  ];
  const after = render(moved, told);
  expect(valueOf(entryOf(before, '1.10.0/rc1@relcomms'), 'SEQUENCE')).toBe('0');
  const rc1 = entryOf(after, '1.10.0/rc1@relcomms');
  expect(valueOf(rc1, 'SEQUENCE')).toBe('2');
  expect(valueOf(rc1, 'DTSTART')).toBe('20261117');
  expect(valueOf(rc1, 'DTSTAMP')).toBe('20261109T000000Z');
  expect(valueOf(entryOf(after, '1.10.0/kick-off@relcomms'), 'SEQUENCE')).toBe('1');
  expect(entryOf(after, '1.10.0/release@relcomms')).toEqual(entryOf(before, '1.10.0/release@relcomms'));
  expect(render(releaseOf(config('2026-11-17')), told)).toBe(after);
});

test('there, back and there again on one day raises the number each time', () => {
  const told = [
    'rc1-2026-11-17%2Brelease-2026-11-24',
    'release/2026-11-17/2026-11-24',
    'rc1-2026-11-12',
    'rc1-2026-11-17',
    'rc1-2026-11-12/2',
    'rc1-2026-11-17/2',
  ].map((name) => ({ key: `1.10.0/moved/${name}`, day: day('2026-11-04'), text: '' }));
  expect(movesIn(told).map(({ milestone }) => milestone)).toEqual([
    'rc1',
    'release',
    'rc1',
    'rc1',
    'rc1',
    'rc1',
  ]);
  const file = render(releaseOf(config('2026-11-17')), told);
  expect(valueOf(entryOf(file, '1.10.0/rc1@relcomms'), 'SEQUENCE')).toBe('5');
  expect(valueOf(entryOf(file, '1.10.0/release@relcomms'), 'SEQUENCE')).toBe('1');
});

test('the ledger of the tracking issue tells the moves', () => {
  const release = releaseOf(config('2026-11-17'));
  const slips = release.milestones
    .filter(({ id }) => id !== 'kick-off')
    .map((milestone) => ({ milestone, from: day('2026-11-10'), to: milestone.day, days: 7 }));
  const context = { now: instant('2026-11-09T09:00:00Z'), isQuiet: () => false, config: { notify: [] } };
  const wanted = desiredForSlips(release, undefined, slips, [], context as never);
  const entries = wanted.flatMap((one) => (one.kind === 'entry' ? [one] : []));
  expect(entries).toHaveLength(2);
  expect(movesIn(entries)).toEqual([
    { milestone: 'rc1', to: '2026-11-17', on: '2026-11-09' },
    { milestone: 'release', to: '2026-11-24', on: '2026-11-09' },
  ]);
});

test('a reason in the config counts as a slip where no history is at hand', () => {
  const text = render(releaseOf(config('2026-11-12', ', because: a test failed')), []);
  expect(valueOf(entryOf(text, '1.10.0/rc1@relcomms'), 'SEQUENCE')).toBe('1');
  expect(valueOf(entryOf(text, '1.10.0/rc1@relcomms'), 'DESCRIPTION')).toContain('because a test failed');
});

test('the command prints the calendar of this repository, the same bytes twice', async () => {
  const first = await cli(['schedule', 'v1.18.0', '--format', 'ics']);
  expect({ ...first, out: '' }).toEqual({ exit: 0, out: '', err: '' });
  const events = eventsOf(first.out);
  expect(valueOf(events.get('v1.18.0/code-freeze@relcomms') as Component, 'DTSTART')).toBe('20200305');
  expect([...events.values()].filter((one) => has(one, 'RRULE')).length).toBeGreaterThan(2);
  expect((await cli(['schedule', 'v1.18.0', '--format', 'ics'])).out).toBe(first.out);
});

const HOSTILE = fc.oneof(
  anyText(200),
  fc
    .array(
      fc.constantFrom('\r\n', 'END:VEVENT', 'BEGIN:VALARM', ';', ',', '\\', '"', 'ü', '💥', '\u202e', ' '),
      {
        maxLength: 60,
      },
    )
    .map((parts) => parts.join('')),
);

test('no title breaks the file, and every title comes back', () => {
  const release = releaseOf(config());
  fc.assert(
    fc.property(HOSTILE, HOSTILE, (title, who) => {
      const hostile = {
        ...release,
        title: who,
        milestones: release.milestones.map((milestone) => ({ ...milestone, title, who })),
      };
      const events = eventsOf(render(hostile, []));
      expect(events.size).toBe(4);
      const words = valueOf(events.get('1.10.0/rc1@relcomms') as Component, 'SUMMARY');
      expect(words.endsWith('…') || words === plainLine(`${who}: ${title}`)).toBe(true);
    }),
    { numRuns: 150 },
  );
});
