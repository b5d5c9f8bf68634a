// What is remembered of tasks: the day on which each was first seen done, and who left it out and why.
import { day } from '../../../src/domain/day.ts';
import type { LedgerState } from '../../../src/domain/observed.ts';
import { type Said, taskMemory } from '../../../src/duties/tracking-issue/tasks/task-memory.ts';
import { keyOf, markerLine } from '../../../src/text/marker.ts';
import { readState, renderLedger } from '../../../src/memory/ledger.ts';
import { ledgerState } from '../../support/world.ts';

const TODAY = day('2020-01-10');
const EARLIER = day('2020-01-07');
const NOTHING: Said = { done: new Map(), skipped: new Map() };
const EMPTY: LedgerState = ledgerState();

function remembered(last: LedgerState | undefined, done: readonly string[], said: Partial<Said> = {}) {
  return taskMemory(last, new Set(done), { ...NOTHING, ...said }, TODAY);
}

test('what is newly done is done today, what was done keeps its day, what is open again loses it', () => {
  const last = { ...EMPTY, done: ['a', 'b'], doneOn: { a: EARLIER, b: EARLIER } };
  expect(remembered(last, ['a', 'c']).doneOn).toEqual({ a: EARLIER, c: TODAY });
});

test.each([
  ['before days were kept', { ...EMPTY, done: ['a'] }],
  ['while nothing is remembered', undefined],
])('the day of what was done %s stays unknown', (_, last) => {
  expect(remembered(last, ['a'])).toEqual({ doneOn: {}, skipped: {} });
});

const skip = { by: 'alice', because: 'no time' };

test('a task that was left out stays so until it is opened or done', () => {
  const last = { ...EMPTY, done: ['a'], doneOn: { a: EARLIER }, skipped: { a: skip } };
  expect(remembered(last, ['a']).skipped).toEqual({ a: skip });
  expect(remembered(last, []).skipped).toEqual({});
  expect(remembered(last, ['a'], { done: new Map([['a', true]]) }).skipped).toEqual({});
  const again = { by: 'bob', because: 'really' };
  const said = { done: new Map([['a', true]]), skipped: new Map([['a', again]]) };
  expect(remembered(last, ['a'], said).skipped).toEqual({ a: again });
});

test('a long reason is cut, and what was cut stays as it is', () => {
  const said = { skipped: new Map([['a', { by: 'alice', because: '🎉'.repeat(300) }]]) };
  const first = remembered(EMPTY, ['a'], said);
  expect(first.skipped['a']?.because).toBe(`${'🎉'.repeat(139)}…`);
  expect(remembered({ ...EMPTY, ...first }, ['a']).skipped).toEqual(first.skipped);
});

test('a cycle of 120 tasks that were all left out at length fits into the comment, with the line of each', () => {
  const ids = Array.from({ length: 120 }, (_, index) => `announcement-timing-${index}.continue`);
  const because = 'we talked about it -- for a long time > '.repeat(8).slice(0, 300);
  const said = {
    skipped: new Map(ids.map((id) => [id, { by: 'a-login-of-39-characters-which-is-the-most', because }])),
  };
  const memory = remembered(EMPTY, ids, said);
  const dates = Object.fromEntries(ids.map((id) => [id, TODAY]));
  const state = {
    done: ids,
    days: Object.fromEntries(Object.entries(dates).slice(0, 40)),
    due: dates,
    assigned: ids.map((id) => `${id}/alice`),
    below: ids.slice(0, 90),
    ...memory,
  };
  const entries = ids.map((id, index) => ({
    key: keyOf('v1.18.0', 'command', String(3_000_000_000 + index)),
    day: TODAY,
    text: `alice: \`${`/release skip ${id} because ${because}`.slice(0, 120)}\`, skipped`,
  }));
  const comment = renderLedger('v1.18.0/tracking-issue', entries, state);
  expect(comment.length).toBeLessThan(65_536);
  expect(readState(comment)).toEqual(state);
  expect(comment).toContain(markerLine('v1.18.0/tracking-issue/ledger'));
});
