// What is done when the checkbox, the task issue and the memory of the last run disagree.
import type { Instant } from '../../../src/domain/day.ts';
import type { LedgerState, OwnIssue } from '../../../src/domain/observed.ts';
import { doneness } from '../../../src/duties/tracking-issue/tasks/done.ts';
import { prepare } from '../../../src/run/reconcile.ts';
import { keyOf } from '../../../src/text/marker.ts';
import { smallConfig } from '../../support/small-cycle.ts';

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
  const prepared = prepare(smallConfig());
  if ('problems' in prepared) throw new Error(prepared.problems[0]?.message);
  const [release] = prepared.releases;
  if (release === undefined) throw new Error('no release');
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
