// Whether a candidate may be merged.
import { type Gate, gatesOf } from '../../../src/duties/environments/gate.ts';
import type { EnvironmentRow, GateRow } from '../../../src/duties/environments/memory.ts';
import { checkOf } from '../../../src/duties/environments/render-check.ts';
import { at, plans } from './world.ts';

const THURSDAY = at('2020-01-09T09:00:00Z');
const CONFIRMED = ['api', 'web'].map((team) => ({ team, at: THURSDAY }));

/** Ready on a Thursday: three working days later is a Tuesday. */
const UP: EnvironmentRow = { ready: { at: THURSDAY, by: 'command', who: 'bob' }, confirmed: CONFIRMED };

function gateAt(now: string, row: EnvironmentRow | undefined, gate: GateRow = {}): Gate {
  const memory = { environments: row === undefined ? {} : { first: row }, gates: { rc1: gate } };
  const [first] = gatesOf(plans(), memory, { now: at(now), holidays: [] });
  if (first === undefined) throw new Error('no gate');
  return first;
}

const MONDAY = '2020-01-13T23:00:00Z';
const TUESDAY = '2020-01-14T00:00:00Z';
const ended = (how: 'gone' | 'down', when: string): EnvironmentRow => ({
  ...UP,
  ended: { how, at: at(when) },
});

test.each([
  ['not ready', TUESDAY, undefined, ['not-ready'], undefined],
  ['in its lead time', MONDAY, UP, ['lead-time'], '2020-01-14'],
  ['after it', TUESDAY, UP, [], '2020-01-14'],
  ['unconfirmed', TUESDAY, { ...UP, confirmed: CONFIRMED.slice(0, 1) }, ['unconfirmed'], '2020-01-14'],
  ['gone in its lead time', TUESDAY, ended('gone', MONDAY), ['ended'], undefined],
  ['gone after it', TUESDAY, ended('gone', TUESDAY), [], '2020-01-14'],
  [
    'down after it, unconfirmed',
    TUESDAY,
    { ...ended('down', TUESDAY), confirmed: [] },
    ['ended', 'unconfirmed'],
    '2020-01-14',
  ],
] as const)('%s', (_, now, row, reasons, earliest) => {
  const gate = gateAt(now, row as EnvironmentRow | undefined);
  expect(gate.environments.flatMap((one) => one.reasons.map(({ kind }) => kind))).toEqual(reasons);
  expect(gate.isOpen).toBe(reasons.length === 0);
  expect(gate.earliest).toBe(earliest);
});

test('of two environments the later one counts', () => {
  const both = plans({ one: { for: 'rc1' }, two: { for: 'rc1', 'lead-time': '5 working days' } });
  const memory = { environments: { one: UP, two: UP }, gates: {} };
  const [gate] = gatesOf(both, memory, { now: at(TUESDAY), holidays: [] });
  expect([gate?.isOpen, gate?.earliest]).toEqual([false, '2020-01-16']);
  const [half] = gatesOf(both, { ...memory, environments: { one: UP } }, { now: at(TUESDAY), holidays: [] });
  expect(half?.earliest).toBeUndefined();
});

describe('the check', () => {
  const words = { teams: { api: { github: 'acme/api' } }, issue: 'https://github.com/acme/demo/issues/1' };
  const allowed = { by: 'bob', because: '@all [x](y) <b>', at: THURSDAY };

  test('says what it waits for, and on which day that may be over', () => {
    const check = checkOf(7, gateAt(MONDAY, { ...UP, confirmed: CONFIRMED.slice(1) }), words);
    expect(check).toMatchObject({
      pull: 7,
      conclusion: 'pending',
      title: 'Release candidate 1 may be merged on Tue 14 Jan 2020 at the earliest',
    });
    expect(check.summary).toContain('Teams have 3 working days to test, until Tue 14 Jan 2020.');
    expect(check.summary).toContain('acme/api has not confirmed');
    expect(check.summary).toContain('`/release allow-merge because …`');
  });

  test('names no day any more once only teams are missing', () => {
    const check = checkOf(7, gateAt(TUESDAY, { ...UP, confirmed: [] }), words);
    expect(check.title).toBe('Release candidate 1 waits for 2 teams to confirm');
  });

  test('is the same on each day of the wait', () => {
    expect(checkOf(7, gateAt(MONDAY, UP), words)).toEqual(
      checkOf(7, gateAt('2020-01-10T09:00:00Z', UP), words),
    );
  });

  test('keeps the reason of an override, in which nothing is live', () => {
    const check = checkOf(7, gateAt(MONDAY, undefined, { allowed }), words);
    expect([check.conclusion, check.title]).toEqual([
      'success',
      'Release candidate 1 may be merged: bob allowed it',
    ]);
    expect(check.summary).toContain('bob allowed the merge: ');
    expect(check.summary).not.toMatch(/@all|<b>|\[x\]\(/);
    expect(checkOf(7, gateAt(TUESDAY, UP, { allowed }), words).title).toBe(
      'Release candidate 1 may be merged',
    );
  });
});
