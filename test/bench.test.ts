// The bench fails where a target is missed and nothing says why it may be.
import { growthOf } from '../bench/growth-of.ts';
import { type Row, fails, isMet } from '../bench/measure.ts';
import { renderTable } from '../bench/render-table.ts';

const row = (more: Partial<Row>): Row => ({ measure: 'requests', measured: 4, unit: '', ...more });
const MISSED = row({ target: { atMost: 3 } });
const ALLOWED = row({ target: { atMost: 3 }, allowed: 'They are few.' });

test('a missed target fails, unless a reason stands beside it', () => {
  expect([MISSED, ALLOWED, row({ target: { atMost: 4 } }), row({})].map(fails)).toEqual([
    true,
    false,
    false,
    false,
  ]);
  expect([MISSED, ALLOWED, row({ target: { atMost: 4 } }), row({})].map(isMet)).toEqual([
    false,
    false,
    true,
    undefined,
  ]);
});

test('the table says which, and why', () => {
  const text = renderTable([MISSED, ALLOWED]);
  expect(text).toMatch(/\| NO$/m);
  expect(text).toMatch(/\| missed, allowed: They are few\.$/m);
  expect(text).toContain('0 of 2 targets met, 1 missed with a reason.');
});

test.each([
  [
    [
      [10, 3],
      [100, 3],
    ],
    'constant',
  ],
  [
    [
      [100, 4],
      [1000, 22],
    ],
    'one more per 50',
  ],
  [
    [
      [10, 20],
      [100, 200],
    ],
    '2.0 more each',
  ],
] as const)('%j grows: %s', (counts, words) => {
  expect(growthOf(counts)).toBe(words);
});
