// A kind of things in the way comes from the duty that declares it, wherever it is told.
import type { StandingKind } from '../../src/domain/standing.ts';
import type { AnyDuty } from '../../src/duties/duty.ts';
import { DUTIES } from '../../src/duties/index.ts';
import { standingRows } from '../../src/duties/rows.ts';
import { countOf } from '../../src/standing/figures.ts';
import { HEARD, ROWS, item, stand, words } from './world.ts';

const LICENSE: StandingKind = {
  kind: 'license',
  rank: 15,
  title: 'Licenses to check',
  one: 'license to check',
  many: 'licenses to check',
};

const licenses = { name: 'licenses', rows: [LICENSE] } as unknown as AnyDuty;
const rows = standingRows([...DUTIES, licenses]);
const heard = [...HEARD, { name: 'licenses', title: 'Licenses' }];
const standing = [item('l', { kind: 'license' }), item('b'), item('t', { kind: 'failing-test' })];

test('every kind is declared once, and no two at the same rank', () => {
  expect(new Set(ROWS.map(({ kind }) => kind)).size).toBe(ROWS.length);
  expect(new Set(ROWS.map(({ rank }) => rank)).size).toBe(ROWS.length);
});

test('the order is that of the ranks, whichever duty comes first', () => {
  const kinds = ROWS.map(({ kind }) => kind);
  expect(kinds).toEqual([
    'late-release',
    'missing-tag',
    'no-go',
    'unknown-vote',
    'unknown-manual-test',
    'blocker',
    'failing-test',
    'flaky-test',
    'failing-branch',
    'failing-manual-test',
    'blocked-manual-test',
    'open-manual-test',
    'missing-sign-off',
    'approval',
    'cherry-pick',
    'other-pull',
    'exception',
    'pick-fault',
    'environment',
    'task',
    'message',
    'open-vote',
    'unconfirmed',
    'untested',
    'milestone',
    'copy',
  ]);
  expect(standingRows(DUTIES.toReversed()).map(({ kind }) => kind)).toEqual(kinds);
});

test('a row knows the duty and its section, unless any duty may name such things', () => {
  expect(ROWS.find(({ kind }) => kind === 'blocker')).toMatchObject({
    knownBy: 'blockers',
    section: 'report',
  });
  const milestone = ROWS.find(({ kind }) => kind === 'milestone');
  expect([milestone?.knownBy, milestone?.section]).toEqual([undefined, undefined]);
});

test('a new kind is counted in its place and listed under its title', () => {
  const text = words({ standing, rows, heard });
  expect(text).toContain('1 blocker, 1 license to check and 1 failing test before');
  expect(text).toContain('**Licenses to check (1 red)**');
});

test('its section is named where it is missing, and it has no number where nobody could look', () => {
  expect(stand({ rows }).unwatched.map(({ why }) => why)).toEqual(['"licenses" is off']);
  const blind = [...HEARD, { name: 'licenses', title: 'Licenses', why: 'no right' }];
  const looking = [...HEARD, { name: 'licenses', title: 'Licenses' }];
  expect(countOf('license', { standing, heard: looking, rows })).toBe(1);
  expect(countOf('license', { standing, heard: HEARD, rows })).toBeUndefined();
  expect(countOf('license', { standing: [], heard: blind, rows })).toBeUndefined();
});

test('what no row tells of is told at the end, by the name of its kind', () => {
  const text = words({ standing });
  expect(text).toContain('1 blocker, 1 failing test and 1 license before');
  expect(text).toContain('**license (1 red)**');
});
