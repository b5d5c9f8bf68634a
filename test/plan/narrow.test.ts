// What a run that has read a few pull requests does now, and what waits for a look at all of them.
import { narrowTo } from '../../src/plan/narrow.ts';
import type { Operation } from '../../src/domain/operation.ts';
import { allUnknown } from '../../src/github/observe.ts';

const WHY = { duty: 'approvals', why: 'a test' };
const label = (number: number): Operation => ({ kind: 'remove-label', number, label: 'x', ...WHY });
const assign: Operation = {
  kind: 'add-assignee',
  issue: { number: 9 },
  login: 'alice',
  entry: 'e/1',
  ...WHY,
};
const ledger = { kind: 'write-ledger', issue: { number: 9 }, entries: [], ...WHY } as unknown as Operation;
const SEEN = allUnknown('a test');

test('labels of what was read are written, those of others wait', () => {
  const { now, waiting } = narrowTo([label(1), label(2)], { numbers: [2], isAsked: false }, SEEN);
  expect(now).toEqual([label(2)]);
  expect(waiting).toEqual([label(1)]);
});

test('news waits, and the log does not say that it was done', () => {
  const { now, waiting } = narrowTo([assign, ledger], { numbers: [], isAsked: false }, SEEN);
  expect(waiting).toEqual([assign]);
  expect(now).toEqual([{ ...ledger, left: ['e/1'] }]);
});

test('where a person waits for an answer, what it brings does not wait', () => {
  expect(narrowTo([assign, ledger], { numbers: [], isAsked: true }, SEEN).now).toEqual([assign, ledger]);
  const heard = { ...SEEN, commands: { known: true, value: [{}] } } as unknown as typeof SEEN;
  expect(narrowTo([assign, ledger], { numbers: [], isAsked: false }, heard).now).toEqual([assign, ledger]);
});
