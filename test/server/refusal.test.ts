// What a webhook is refused for before a byte of it is read, at the very edges.
import { refusal } from '../../src/server/front.ts';
import { startIntake } from '../../src/server/intake.ts';

const MOST = 25 * 1024 * 1024;

function answer(length: number, more: Readonly<Record<string, string>> = {}) {
  const headers = {
    'x-hub-signature-256': `sha256=${'0'.repeat(64)}`,
    'content-length': `${length}`,
    'content-type': 'application/json',
    ...more,
  };
  return refusal({ method: 'POST', headers })?.status;
}

test('as much as GitHub sends is read, a byte more is not', () => {
  expect([answer(0), answer(MOST), answer(MOST + 1)]).toEqual([undefined, undefined, 413]);
});

test('what is no JSON is refused', () => {
  expect(answer(2, { 'content-type': 'text/json' })).toBe(415);
});

test('a body of the very limit is a small one: it makes no large one go, and is told apart from it', () => {
  const dropped: number[] = [];
  const intake = startIntake({ small: 10, total: 20, perPeer: 20 });
  for (const length of [10, 10, 11])
    intake.admit({ peer: 'a', length, drop: () => void dropped.push(length) });
  expect(dropped).toEqual([]);
  intake.admit({ peer: 'a', length: 10, drop: () => void dropped.push(10) });
  expect(dropped).toEqual([10]);
});
