// Two logs of one issue: what they say together, and what the younger one says once it counts no more.
import type { LedgerEntry } from '../../src/domain/observed.ts';
import { day } from '../../src/domain/day.ts';
import { foldedAway, readTogether } from '../../src/memory/fold-ledger.ts';
import { ledgerKey, readLedger, renderLedger } from '../../src/memory/ledger.ts';
import { markerLine, readMarker } from '../../src/text/marker.ts';
import { ledgerState } from '../support/world.ts';

const KEY = '1.14.0/tracking-issue';
const entry = (name: string, text = name): LedgerEntry => ({
  key: `1.14.0/${name}`,
  day: day('2026-11-10'),
  text,
});
const OLDER = renderLedger(KEY, [entry('opened'), entry('slip', 'From here.')], ledgerState({ done: ['a'] }));
const YOUNGER = renderLedger(
  KEY,
  [entry('slip', 'From there.'), entry('notice')],
  ledgerState({ done: ['b'] }),
);

test('together they say each entry once, in the words of the older one', () => {
  const { entries, state } = readTogether([OLDER, YOUNGER]);
  expect(entries.map(({ text }) => text)).toEqual(['opened', 'From here.', 'notice']);
  expect(state?.done).toEqual(['a', 'b']);
});

test('the younger one is no log any more, says so first, and keeps its words', () => {
  const folded = foldedAway(YOUNGER, KEY, 9);
  expect(readMarker(folded)).toBe(`${ledgerKey(KEY)}/folded`);
  expect(folded).not.toContain(markerLine(ledgerKey(KEY)));
  expect(folded).toContain('Continue in [the older one](#issuecomment-9)');
  expect(readLedger(folded).map(({ text }) => text)).toEqual(['From there.', 'notice']);
});

test('one whose first line somebody took away is folded as well', () => {
  const folded = foldedAway('Their words.', KEY, 9);
  expect(readMarker(folded)).toBe(`${ledgerKey(KEY)}/folded`);
  expect(folded.endsWith('\n\nTheir words.')).toBe(true);
});
