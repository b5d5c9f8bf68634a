// How many mails each person would get: the number that a changed config is judged by.
import { addDays, day } from '../../src/domain/day.ts';
import { countMessages } from '../../sandbox/simulate/count-messages.ts';
import { SMALL_START, smallConfig } from '../support/small-cycle.ts';
import { read } from '../support/world.ts';

function count(text: string, to?: string) {
  return countMessages({ prepared: read(text), ...(to === undefined ? {} : { to: day(to) }) });
}

test('mails that relcomms causes count, per person and week of the whole cycle', async () => {
  const { weeks, rows } = await count(smallConfig());
  expect(weeks).toEqual([0, 7, 14, 21, 28].map((days) => addDays(day(SMALL_START), days)));
  // Week 1: the welcome, and the assignment of the lead; week 4: the answer to /release status; the week after: the
  // hand-over.
  expect(rows).toEqual([
    { login: 'alice', perWeek: [2, 0, 0, 1, 1], total: 4 },
    { login: 'bob', perWeek: [1, 0, 0, 1, 1], total: 3 },
  ]);
});

test('a person who wants no pings gets fewer, one more in a role is one more row', async () => {
  const quiet = `${smallConfig({ lead: ['alice', 'carol'] })}people: { alice: { opt-out: true } }\n`;
  const { rows } = await count(quiet, '2020-01-12');
  expect(rows.map(({ login, total }) => [login, total])).toEqual([
    ['alice', 0],
    ['carol', 2],
    ['bob', 1],
  ]);
});

test('without a release there is nothing to count', async () => {
  expect(await count('releases: []\n')).toEqual({ weeks: [], rows: [] });
});
