// Events: which of them fall into a cycle, what they become there, and that they never move.
import { renderCalendar } from '../../src/calendar/render-calendar.ts';
import { buildCalendar } from '../../src/calendar/build-calendar.ts';
import { day } from '../../src/domain/day.ts';
import { prepare } from '../../src/run/prepare.ts';
import { slip } from '../../src/schedule/slip.ts';
import { read, releaseOf } from '../support/world.ts';

const EVENTS = `events:
  - { title: KubeCon EU 2020, from: 2020-03-30, on: 2020-04-02, cfp: 2020-02-12, link: 'https://example.com/k' }
  - { id: open, title: Open Days, on: 2020-02-02, cfp: 2020-01-07 }
  - { title: "Köln Con", on: 2021-02-02, cfp: 2020-02-09 }
  - { title: Elsewhere, on: 2021-05-02, cfp: 2019-11-30 }
`;
const BASE = `timezone: Asia/Tokyo
cycle: { weeks: 6, release-week: 6, weeks-after: 0 }
tasks:
  - { id: submit, title: 'Submit to {event} ({cfp}, {version})', due: cfp - 5 working days, per: event, steps: ['Ask {event}'] }
  - { id: pack, title: 'Pack for {event}', due: event - 1 week, per: event, after: [submit] }
  - { id: report, title: Report, due: release, after: [pack, submit] }
releases:
  - { version: v1.2.0, release: 2020-02-12 }
`;
const CONFIG = `${EVENTS}${BASE}`;

function titlesAndDays(text: string): readonly [string, string, string][] {
  return releaseOf(read(text)).tasks.map(({ id, title, due }) => [id, title, due]);
}

test('the days and the calls for papers in the cycle are dates of the release', () => {
  const { milestones } = releaseOf(read(CONFIG));
  expect(milestones.map(({ id, title, from, day: on, zone }) => [id, title, from, on, zone])).toEqual([
    ['cfp.open', 'Open Days: call for papers closes', undefined, '2020-01-07', 'AoE'],
    ['event.open', 'Open Days', undefined, '2020-02-02', 'Asia/Tokyo'],
    ['cfp.koln-con', 'Köln Con: call for papers closes', undefined, '2020-02-09', 'AoE'],
    ['release', 'Release day', undefined, '2020-02-12', 'Asia/Tokyo'],
    ['cfp.kubecon-eu-2020', 'KubeCon EU 2020: call for papers closes', undefined, '2020-02-12', 'AoE'],
  ]);
});

test('a task for each event has the days and the words of the event; none is due before the cycle', () => {
  expect(titlesAndDays(CONFIG)).toEqual([
    ['submit.open', 'Submit to Open Days (Tue 7 Jan 2020, v1.2.0)', '2020-01-06'],
    ['pack.open', 'Pack for Open Days', '2020-01-26'],
    ['submit.koln-con', 'Submit to Köln Con (Sun 9 Feb 2020, v1.2.0)', '2020-02-03'],
    ['submit.kubecon-eu-2020', 'Submit to KubeCon EU 2020 (Wed 12 Feb 2020, v1.2.0)', '2020-02-05'],
    ['report', 'Report', '2020-02-12'],
  ]);
  const [submit, pack, , kubecon, report] = releaseOf(read(CONFIG)).tasks;
  expect(submit?.steps).toEqual([{ id: 'submit.open/ask-event', text: 'Ask Open Days' }]);
  expect(pack?.after).toEqual(['submit.open']);
  expect(kubecon?.link).toBe('https://example.com/k');
  expect(report?.after).toEqual(['pack.open', 'submit.kubecon-eu-2020', 'submit.open', 'submit.koln-con']);
});

test('without events there is no such task', () => {
  expect(titlesAndDays(BASE).map(([id]) => id)).toEqual(['report']);
});

test('a kind has the events of the top, or its own', () => {
  const own = '{ a: {}, b: { events: [] }, c: { events: [{ title: Own, on: 2020-02-14 }] } }';
  const text = `${CONFIG}kinds: ${own}\n`.replace(
    'release: 2020-02-12 }',
    'release: 2020-02-12, kind: a }\n  - { version: v1.2.1, release: 2020-02-13, kind: b }\n  - { version: v1.2.2, release: 2020-02-14, kind: c }',
  );
  const { releases } = read(text);
  const ids = releases.map(({ milestones }) => milestones.flatMap(({ id, event }) => (event ? [id] : [])));
  expect(ids.map((one) => one.length)).toEqual([4, 0, 1]);
});

function problemsIn(text: string) {
  const found = prepare(text);
  const all = 'problems' in found ? found.problems : found.warnings;
  return all.map(({ code, line }) => [code, line]);
}

test('problems are told at the event, or at the task as it is written', () => {
  expect(problemsIn(`${CONFIG}tracking-issue:\n`.replace("'Pack for {event}'", "'Pack for {evnt}'"))).toEqual(
    [['unknown-variable', 10]],
  );
  expect(problemsIn(CONFIG.replace('on: 2020-02-02', 'on: 2020-02-12'))).toEqual([
    ['event-meets-release', 3],
  ]);
  expect(
    problemsIn(
      `${BASE}events: [{ title: A b, on: 2020-01-01 }, { title: a-B, on: 2020-02-01, from: 2020-02-02, cfp: 2020-03-01 }]\n`,
    ),
  ).toEqual([
    ['repeated-event', 9],
    ['event-reversed', 9],
    ['cfp-after-event', 9],
  ]);
});

const NOW = day('2020-01-20');

test('a slip moves none of them, and says which tasks come and go with the cycle', () => {
  const { schedule } = read(CONFIG).config;
  const table = slip(schedule, {
    version: 'v1.2.0',
    moves: [{ milestone: 'release', to: day('2020-04-01') }],
    today: NOW,
  });
  if ('code' in table) throw new Error(table.message);
  expect(table.edits.map(({ milestone }) => milestone)).toEqual(['release', 'start']);
  expect(table.moves.map(({ id, from, to }) => [id, from, to])).toEqual([
    ['release', '2020-02-12', '2020-04-01'],
    ['report', '2020-02-12', '2020-04-01'],
    ['pack.kubecon-eu-2020', undefined, '2020-03-26'],
  ]);
  expect(table.conflicts.map(({ code }) => code)).toEqual(['event-meets-release']);
});

test('its own day can not be named in a slip', () => {
  const { schedule } = read(CONFIG).config;
  const moves = [{ milestone: 'event.open', to: day('2020-02-04') }];
  expect(slip(schedule, { version: 'v1.2.0', moves, today: NOW })).toMatchObject({ code: 'day-of-event' });
});

test('calendars of two releases have one entry for an event; a call for papers reminds', () => {
  const { releases } = read(CONFIG.replace(/$/, '  - { version: v1.3.0, release: 2020-02-19 }\n'));
  const entries = releases.map((release) => buildCalendar(release).filter(({ uid }) => /open/.test(uid)));
  expect(entries[1]).toEqual(entries[0]?.slice(1));
  const text = renderCalendar('a', entries[0] ?? []);
  expect(text.match(/UID:.*/g)?.map((line) => line.trim())).toEqual([
    'UID:cfp.open@relcomms',
    'UID:event.open@relcomms',
  ]);
  expect(text.match(/BEGIN:VALARM/g)).toHaveLength(2);
});
