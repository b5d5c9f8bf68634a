// What is done when the checkbox, the task issue and the memory of the last run disagree.
import * as fc from 'fast-check';
import type { Instant } from '../../src/domain/day.ts';
import type { LedgerState, OwnIssue } from '../../src/domain/observed.ts';
import type { Release } from '../../src/domain/release.ts';
import { doneness } from '../../src/duties/done.ts';
import { keyOf } from '../../src/text/marker.ts';
import { smallConfig } from '../support/small-cycle.ts';
import { ledgerState, read, releaseOf } from '../support/world.ts';

const EARLIER = 1000 as Instant;
const LATER = 2000 as Instant;

interface Sight {
  readonly ticked: boolean;
  readonly remembered: boolean;
  /** When people edited the checklist last. */
  readonly editedAt: Instant;
  readonly issue: Pick<OwnIssue, 'state' | 'stateBy' | 'stateAt'>;
}

/** Whether the task counts as done, and what its box is set to. */
function judged({ ticked, remembered, editedAt, issue }: Sight) {
  const release = releaseOf(read(smallConfig()));
  const state: LedgerState = {
    done: remembered ? ['theme'] : [],
    days: {},
    due: {},
    assigned: [],
    below: [],
  };
  const body = `- [${ticked ? 'x' : ' '}] <!-- relcomms:task theme week-1 -->Theme<!-- /relcomms:task -->\n`;
  const tracking = { body, editedAt, ledger: { state } } as OwnIssue;
  const own = { key: keyOf(release.version, 'task', 'theme'), ...issue } as OwnIssue;
  const { done, ticks } = doneness(release, tracking, [own]);
  return { done: done.has('theme'), tick: ticks.get('theme') };
}

const closed = { state: 'closed', stateBy: 'people', stateAt: LATER } as const;
const open = { state: 'open', stateBy: 'people', stateAt: LATER } as const;

test.each([true, false])(
  'who closes it after the last edit has the last word; remembered done: %s',
  (remembered) => {
    expect(judged({ ticked: false, remembered, editedAt: EARLIER, issue: closed })).toEqual({
      done: true,
      tick: true,
    });
  },
);

test.each([true, false])('so has who reopens it after the last edit; remembered done: %s', (remembered) => {
  expect(judged({ ticked: true, remembered, editedAt: EARLIER, issue: open })).toEqual({
    done: false,
    tick: false,
  });
});

test('when the checklist was edited since, or in the same second, what changed since the last run is right', () => {
  const sight = { ticked: false, remembered: true, editedAt: LATER, issue: closed };
  expect(judged(sight)).toEqual({ done: false, tick: undefined });
  expect(judged({ ...sight, remembered: false })).toEqual({ done: true, tick: true });
});

test("a state that we set is nobody's word, however new it is", () => {
  const issue = { ...closed, stateBy: 'us' } as const;
  expect(judged({ ticked: false, remembered: false, editedAt: EARLIER, issue })).toEqual({
    done: false,
    tick: undefined,
  });
});

describe('a task in several boxes, whose issue nobody touched after the checklist', () => {
  const PARTS = ['press.begin', 'press.continue', 'press.finish'];
  const tasks = PARTS.map((id) => ({ id, part: { of: 'press' } }));
  const release = { version: 'v2.0.0', tasks } as unknown as Release;
  const boxes = fc.subarray(PARTS);

  function settled(ticked: readonly string[], remembered: readonly string[], state: OwnIssue['state']) {
    const lines = PARTS.map(
      (id) =>
        `- [${ticked.includes(id) ? 'x' : ' '}] <!-- relcomms:task ${id} week-1 -->Press<!-- /relcomms:task -->`,
    );
    const ledger = { state: ledgerState({ done: remembered }) };
    const tracking = { body: lines.join('\n'), ledger } as unknown as OwnIssue;
    const issue = { key: keyOf(release.version, 'task', 'press'), state, stateBy: 'people' } as OwnIssue;
    const { done, ticks } = doneness(release, tracking, [issue]);
    return { done: PARTS.filter((id) => done.has(id)), ticks: Object.fromEntries(ticks) };
  }

  test('closed, it ticks what is left, unless all of it was remembered as done: then a box was cleared', () => {
    fc.assert(
      fc.property(boxes, boxes, (ticked, remembered) => {
        const isCleared = remembered.length === PARTS.length;
        const missing = PARTS.filter((id) => !ticked.includes(id));
        expect(settled(ticked, remembered, 'closed')).toEqual(
          isCleared
            ? { done: ticked, ticks: {} }
            : { done: PARTS, ticks: Object.fromEntries(missing.map((id) => [id, true])) },
        );
      }),
    );
  });

  test('open, its boxes are right, unless all of it was remembered as done: then it was reopened', () => {
    fc.assert(
      fc.property(boxes, boxes, (ticked, remembered) => {
        const isReopened = ticked.length === PARTS.length && remembered.length === PARTS.length;
        expect(settled(ticked, remembered, 'open')).toEqual(
          isReopened
            ? { done: PARTS.slice(0, -1), ticks: { 'press.finish': false } }
            : { done: ticked, ticks: {} },
        );
      }),
    );
  });
});

test('what a command says goes before box, issue and memory', () => {
  const release = releaseOf(read(smallConfig()));
  const tracking = {
    body: '- [ ] <!-- relcomms:task theme week-1 -->Theme<!-- /relcomms:task -->\n',
  } as OwnIssue;
  const said = (isDone: boolean) => doneness(release, tracking, [], new Map([['theme', isDone]]));
  expect([said(true).done.has('theme'), said(true).ticks.get('theme')]).toEqual([true, true]);
  expect([said(false).done.has('theme'), said(false).ticks.get('theme')]).toEqual([false, false]);
});
