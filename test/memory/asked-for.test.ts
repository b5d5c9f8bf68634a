// What a command asked for is remembered with its line in the log, and only with it.
import type { LedgerState } from '../../src/domain/observed.ts';
import { askedFor } from '../../src/memory/asked-for.ts';

const STATE: LedgerState = { done: ['a'], days: {}, due: {}, assigned: [], below: [], muted: ['carol'] };

test.each([
  [
    'the line of a command',
    ['v1.18.0/opened', 'v1.18.0/command/17'],
    { muted: ['carol'], skipped: undefined },
  ],
  ['no line of a command', ['v1.18.0/opened', 'v1.18.0/refused/17'], {}],
  ['no line', [], {}],
])('with %s', (_, keys, expected) => {
  expect(askedFor(keys, STATE)).toStrictEqual(expected);
});
