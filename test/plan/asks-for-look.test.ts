// Which writes let a run look again: what follows from them is done at once, not by the next run.
import type { Observation } from '../../src/domain/observed.ts';
import type { Operation } from '../../src/domain/operation.ts';
import { day } from '../../src/domain/day.ts';
import { asksForLook } from '../../src/plan/plan-ahead.ts';
import { ledgerState, trackingIssue } from '../support/world.ts';

const LEDGER = { commentId: 1, nodeId: 'c1', body: '', entries: [], state: ledgerState() };

/** What was seen: the tracking issue #1, with a log or without. */
function seen(more: object = {}): Observation {
  return { ownIssues: { known: true, value: [trackingIssue('1.14.0', more)] } } as unknown as Observation;
}

function note(issue: object, entry: object = {}): Operation {
  const line = { key: '1.14.0/x', day: day('2026-11-02'), text: 'x', ...entry };
  const operation = { kind: 'write-ledger', issue, key: '1.14.0/tracking-issue', entries: [line] };
  return { ...operation, duty: 'tracking-issue', why: 'x' } as Operation;
}

const ONE = { number: 1 };

test.each<[string, readonly Operation[], Observation, boolean]>([
  ['nothing', [], seen(), false],
  ['a line in a log that is there', [note(ONE)], seen({ ledger: LEDGER }), false],
  ['the first line of a log', [note(ONE)], seen({ ledger: undefined }), true],
  ['a line that pages show', [note(ONE, { shown: true })], seen({ ledger: LEDGER }), true],
  ['a line of an issue that is not there yet', [note({ key: '1.14.0/tracking-issue' })], seen(), false],
  [
    'a log of an issue that nobody saw',
    [note(ONE)],
    { ownIssues: { known: false, why: 'x' } } as Observation,
    true,
  ],
  ['an issue', [{ kind: 'create-issue' } as Operation], seen(), true],
])('%s', (_, operations, observation, looks) => {
  expect(asksForLook(operations, observation)).toBe(looks);
});
