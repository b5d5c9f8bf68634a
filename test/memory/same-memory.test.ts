// Notes of people beside the log's table are no change of what it remembers; anything else is.
import { day } from '../../src/domain/day.ts';
import { renderLedger } from '../../src/memory/ledger.ts';
import { sameMemory } from '../../src/memory/same-memory.ts';

const ENTRY = { key: '1.14.0/opened', day: day('2026-11-03'), text: 'Opened this issue.' };
const LOG = renderLedger('1.14.0/tracking-issue', [ENTRY]);

test('a note below the table stays', () => {
  expect(sameMemory(LOG, `${LOG}\nA note of bob\n`)).toBe(true);
  expect(sameMemory(LOG, LOG.replaceAll('\n', '\r\n'))).toBe(true);
});

test.each([
  ['an entry', LOG.replace('Opened', 'Closed')],
  [
    'a further row',
    LOG.replace('| --- | --- |\n', '| --- | --- |\n| 2026-11-03 | x <!-- relcomms:entry 1.14.0/x --> |\n'),
  ],
  ['a further mark', `${LOG}\n<!-- relcomms:state {} -->`],
  ['another marker', renderLedger('1.15.0/tracking-issue', [ENTRY])],
  ['no marker', LOG.split('\n').slice(1).join('\n')],
])('%s is another memory', (_, theirs) => {
  expect(sameMemory(LOG, theirs)).toBe(false);
});

test('a comment that is no log is ours from its first to its last character', () => {
  const ours = '<!-- relcomms:v1 1.14.0/record -->\nwords';
  expect([sameMemory(ours, ours), sameMemory(ours, `${ours}\nA note`)]).toEqual([true, false]);
});
