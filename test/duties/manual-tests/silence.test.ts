// Who is asked about manual tests without progress, as plain data: days, results, and who is away.
import * as fc from 'fast-check';
import { type Day, addDays, day } from '../../../src/domain/day.ts';
import { isWorkingDay, workingDaysBetween } from '../../../src/domain/working-days.ts';
import { type LadderInput, nextAsks } from '../../../src/duties/manual-tests/silence/ladder.ts';
import { rounds } from '../../support/long.ts';

/** Monday. */
const MONDAY = day('2020-01-13');
const LEAD = new Map([
  ['api', 'lea'],
  ['web', 'lea'],
]);

interface Story {
  /** Days after Monday on which people record a result, by login. */
  readonly results?: Readonly<Record<string, readonly number[]>>;
  /** Who can't be asked at all. */
  readonly away?: readonly string[];
  /** Testers and the teams for which they test. */
  readonly testers?: readonly (readonly [string, string])[];
  readonly holidays?: readonly Day[];
  /** Days after Monday without a run. */
  readonly missed?: readonly number[];
}

/** Day by day for two weeks: tests are given out on Monday, and near from Wednesday on. */
function play({ results = {}, away = [], testers = [['bob', 'api']], holidays = [], missed = [] }: Story) {
  const asked = new Map<string, Day>();
  const story: { readonly on: number; readonly login: string; readonly rung: string }[] = [];
  for (let on = 0; on < 14; on++) {
    if (missed.includes(on)) continue;
    const input: LadderInput = {
      today: addDays(MONDAY, on),
      holidays,
      near: addDays(MONDAY, 2),
      waiting: testers.map(([login, team]) => {
        const last = (results[login] ?? []).filter((one) => one <= on).at(-1) ?? 0;
        return { login, team, open: 2, last: addDays(MONDAY, last) };
      }),
      lead: LEAD,
      releaseLeads: ['rita', 'lea'],
      asked,
      canAsk: (login) => !away.includes(login),
    };
    for (const { login, rung } of nextAsks(input)) {
      asked.set(login, input.today);
      story.push({ on, login, rung });
    }
  }
  return story;
}

const told = (story: Story) => play(story).map(({ on, login, rung }) => `${on} ${login} ${rung}`);

test.each<[string, Story, readonly string[]]>([
  ['silent from Monday', {}, ['2 bob tester', '3 lea lead', '4 rita leads']],
  ['a result every day', { results: { bob: [1, 2, 3, 4, 7, 8, 9, 10, 11] } }, []],
  [
    'progress from the day after the question on',
    { results: { bob: [3, 4, 7, 8, 9, 10, 11] } },
    ['2 bob tester'],
  ],
  ['silent again after progress', { results: { bob: [3] } }, ['2 bob tester', '7 lea lead', '8 rita leads']],
  ['the tester is away', { away: ['bob'] }, ['3 lea lead', '4 rita leads']],
  ['the lead is away', { away: ['lea'] }, ['2 bob tester', '4 rita leads']],
  ['the lead tests', { testers: [['lea', 'api']] }, ['2 lea tester', '4 rita leads']],
  [
    'two teams with one lead',
    {
      testers: [
        ['bob', 'api'],
        ['carol', 'web'],
        ['bob', 'web'],
      ],
    },
    ['2 bob tester', '2 carol tester', '3 lea lead', '4 rita leads'],
  ],
  [
    'a holiday on Thursday',
    { holidays: [addDays(MONDAY, 3)] },
    ['2 bob tester', '4 lea lead', '7 rita leads'],
  ],
  ['no run for two days', { missed: [3, 4] }, ['2 bob tester', '7 lea lead', '8 rita leads']],
])('%s', (_, story, expected) => {
  expect(told(story)).toEqual(expected);
});

test('each is asked once, on a working day, never while away, and no lead before a working day after a tester', () => {
  const days = fc.uniqueArray(fc.integer({ min: 0, max: 13 })).map((all) => all.toSorted((a, b) => a - b));
  const people = fc.constantFrom('bob', 'carol', 'lea', 'rita');
  const stories = fc.record({
    results: fc.dictionary(people, days),
    away: fc.uniqueArray(people),
    testers: fc.uniqueArray(fc.tuple(people, fc.constantFrom('api', 'web')), {
      selector: String,
      maxLength: 4,
    }),
    holidays: days.map((all) => all.slice(0, 2).map((one) => addDays(MONDAY, one))),
    missed: days,
  });
  fc.assert(
    fc.property(stories, (story) => {
      const asks = play(story);
      const logins = asks.map(({ login }) => login);
      expect(new Set(logins).size).toBe(logins.length);
      for (const { on, login } of asks) {
        expect(isWorkingDay(addDays(MONDAY, on), story.holidays)).toBe(true);
        expect(story.away).not.toContain(login);
      }
      const first = (rung: string) => asks.find((one) => one.rung === rung)?.on;
      const [tester, lead, leads] = [first('tester'), first('lead'), first('leads')];
      const apart = (a: number, b: number) =>
        workingDaysBetween(addDays(MONDAY, a), addDays(MONDAY, b), story.holidays);
      // Somebody who is away takes the time of their step without being asked.
      const steps =
        story.away.length > 0 ? [] : [lead, leads].map((one, index) => ({ one, least: index + 1 }));
      const early = steps.filter(({ one, least }) => one !== undefined && apart(tester ?? one, one) < least);
      expect(early).toEqual([]);
    }),
    { numRuns: rounds(200, 5000) },
  );
});
