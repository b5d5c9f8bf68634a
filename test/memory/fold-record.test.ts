// Two records of one issue: what they say together, and what the younger one says once it counts no more.
import { array, assert, constantFrom, dictionary, property } from 'fast-check';
import type { RecordRows } from '../../src/domain/observed.ts';
import { foldedRecord, recordTogether, rowsTogether } from '../../src/memory/fold-record.ts';
import { RECORD_LIMIT, readRecord, renderRecord } from '../../src/memory/record.ts';
import { markerLine, readMarker } from '../../src/text/marker.ts';

const KEY = '1.14.0/tracking-issue/record/messages';
const record = (rows: RecordRows): string => renderRecord(KEY, { title: 'A title', about: 'What for', rows });

const CLAIMED = { claim: 'a', at: 1, tries: 1, until: 9 };
const UNSURE = { ...CLAIMED, unsure: true, failed: 'no answer' };
const SENT = { ...CLAIMED, sent: { place: 'C1', id: '1.0' } };

test('each row once, and where both have it the older one counts', () => {
  expect(
    rowsTogether([
      { a: [1], b: [1] },
      { b: [2], c: [2] },
      { c: [3], d: [3] },
    ]),
  ).toEqual({
    a: [1],
    b: [1],
    c: [2],
    d: [3],
  });
});

test.each([
  ['sent', 'begun', CLAIMED, SENT, SENT],
  ['perhaps sent', 'begun', CLAIMED, UNSURE, UNSURE],
  ['sent', 'perhaps sent', UNSURE, SENT, SENT],
  ['begun', 'sent', SENT, CLAIMED, SENT],
  ['perhaps sent', 'sent', SENT, UNSURE, SENT],
  ['begun', 'perhaps sent', UNSURE, CLAIMED, UNSURE],
])('a message that the younger one has as %s, and the older one as %s', (_, __, older, younger, kept) => {
  expect(rowsTogether([{ m: older }, { m: younger }])).toEqual({ m: kept });
});

test('no row of any is lost', () => {
  const rows = dictionary(constantFrom('a', 'b', 'c', 'd'), constantFrom(CLAIMED, UNSURE, SENT, [1]));
  assert(
    property(array(rows, { maxLength: 4 }), (all) => {
      const together = rowsTogether(all);
      expect(Object.keys(together).toSorted()).toEqual(
        [...new Set(all.flatMap((one) => Object.keys(one)))].toSorted(),
      );
      const sent = all.flatMap((one) => Object.entries(one)).filter(([, row]) => row === SENT);
      for (const [name] of sent) expect([SENT, [1]]).toContainEqual(together[name]);
    }),
  );
});

test('the older comment keeps its words and gets the rows', () => {
  const body = recordTogether(record({ a: [1] }), [record({ b: ['-->'] })]) ?? '';
  expect(body).toBe(record({ a: [1], b: ['-->'] }));
  expect(readRecord(body)).toEqual({ a: [1], b: ['-->'] });
});

test('an older one without its rows gets a line for them', () => {
  const broken = record({ a: [1] })
    .split('\n')
    .filter((line) => !line.startsWith('<!-- relcomms:record '))
    .join('\n');
  expect(readRecord(recordTogether(broken, [record({ b: [2] })]) ?? '')).toEqual({ b: [2] });
});

test('where one comment has no room for all of it, both stay', () => {
  const half = 'x'.repeat(RECORD_LIMIT * 0.6);
  expect(recordTogether(record({ a: half }), [record({ b: half })])).toBeUndefined();
});

test('the younger one is no record any more, says so first, and keeps its words', () => {
  const folded = foldedRecord(record({ a: [1] }), KEY, 9);
  expect(readMarker(folded)).toBe(`${KEY}/folded`);
  expect(folded).not.toContain(markerLine(KEY));
  expect(folded).toContain('[The older one](#issuecomment-9)');
});
