// What a log keeps of a withdrawn release comes back word for word, whatever people wrote.
import * as fc from 'fast-check';
import { day } from '../../src/domain/day.ts';
import { readLedger, renderLedger } from '../../src/memory/ledger.ts';
import { type Withdrawal, withdrawalEntries, withdrawalOf } from '../../src/memory/withdrawn.ts';
import { mentionedIn } from '../../src/text/mention.ts';
import { plainLine } from '../../src/text/plain-line.ts';
import { anyText } from '../support/any-text.ts';

const RELEASE = { version: '1.10.0' };

/** What a log with these entries says. */
function readBack(withdrawal: Withdrawal): Withdrawal | undefined {
  const body = renderLedger('1.10.0/tracking', withdrawalEntries(RELEASE, withdrawal));
  return withdrawalOf(RELEASE, { ledger: { commentId: 1, body, entries: readLedger(body) } });
}

test.each([
  ['uploads lose data', 'Use 1.10.1 instead.'],
  [
    '@alice <!-- relcomms:entry x --> | a | `b` #1 \\| _c_',
    'See **the page** [x](https://example.org) & wait',
  ],
  ['1. first', '# no heading'],
])('"%s" is kept', (because, advice) => {
  const withdrawal = { by: 'alice', because, advice, day: day('2020-01-30') };
  expect(readBack(withdrawal)).toEqual(withdrawal);
  const words = withdrawalEntries(RELEASE, withdrawal).map(({ text }) => text);
  expect(mentionedIn(words.join('\n'))).toEqual([]);
});

test('whatever the reason, it is withdrawn, by the same person and on the same day', () => {
  fc.assert(
    fc.property(anyText(), anyText(), (because, advice) => {
      fc.pre(plainLine(because).trim() !== '' && plainLine(advice).trim() !== '');
      const read = readBack({ by: 'release-bot[bot]', because, advice, day: day('2020-01-30') });
      expect([read?.by, read?.day]).toEqual(['release-bot[bot]', '2020-01-30']);
      expect(read?.advice).not.toBe('');
    }),
    { numRuns: 60 },
  );
});

test('a release of which nothing is noted is not withdrawn, nor is one with a similar name', () => {
  const entries = withdrawalEntries(RELEASE, { by: 'a', because: 'b', advice: 'c', day: day('2020-01-30') });
  const ledger = { commentId: 1, body: '', entries };
  expect(withdrawalOf({ version: '1.10.1' }, { ledger })).toBeUndefined();
  expect(withdrawalOf(RELEASE, undefined)).toBeUndefined();
  expect(withdrawalOf(RELEASE, { ledger: { ...ledger, entries: entries.slice(0, 1) } })?.advice).toContain(
    'Do not install it.',
  );
});
