// Two runs that change a record at the same time: each keeps what it changed, and nothing else.
import { mergeRows } from '../../src/memory/record.ts';

const BASE = { a: 1, b: { at: 1 }, c: 1 };

test.each([
  ['they changed one row and we another', { ...BASE, a: 2 }, { ...BASE, c: 3 }, { a: 2, b: { at: 1 }, c: 3 }],
  ['both changed the same row', { ...BASE, a: 2 }, { ...BASE, a: 3 }, { a: 2, b: { at: 1 }, c: 1 }],
  ['we took a row out', { b: { at: 1 }, c: 1 }, { ...BASE, c: 3 }, { b: { at: 1 }, c: 3 }],
  ['they took a row out', { ...BASE, a: 2 }, { a: 1, b: { at: 1 } }, { a: 2, b: { at: 1 } }],
  ['they added a row', BASE, { ...BASE, d: 4 }, { ...BASE, d: 4 }],
])('%s', (_, ours, current, merged) => {
  expect(mergeRows(BASE, ours, current)).toEqual(merged);
});
