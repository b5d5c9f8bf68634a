// A message is sent once; after a break at most once more; never outside of its window.
import * as fc from 'fast-check';
import type { Instant } from '../../src/domain/day.ts';
import type { Notice } from '../../src/domain/notice.ts';
import type { OutboxRow } from '../../src/domain/outbox.ts';
import { wordsOf } from '../../src/memory/notice-id.ts';
import { decideSend } from '../../src/plan/decide-send.ts';

const HOUR = 3_600_000;
const NOTICE: Notice = {
  key: 'v1/slack/due/rc1/slack/releases',
  audience: 'internal',
  target: { kind: 'slack', channel: '#releases' },
  from: 1000 as Instant,
  until: (1000 + 100 * HOUR) as Instant,
  title: 'RC1 is in 7 days',
  lines: [{ parts: [{ kind: 'text', text: 'The deadline is near.' }] }],
  why: 'RC1 is near',
};
const ROW: OutboxRow = { claim: 'a', at: 1000 as Instant, tries: 1, until: NOTICE.until };
const SENT = { place: 'C1', id: '1.1' };

function decide(row: OutboxRow | undefined, hours: number, current = false) {
  return decideSend(NOTICE, row, (1000 + hours * HOUR) as Instant, current);
}

test.each([
  ['nothing known', undefined, 0, { kind: 'send', tries: 1 }],
  ['before its window', undefined, -0.001, { kind: 'leave', because: 'not-now' }],
  ['in its last moment', undefined, 99.999, { kind: 'send', tries: 1 }],
  ['when the window has ended', undefined, 100, { kind: 'leave', because: 'not-now' }],
  ['with a receipt', { ...ROW, sent: SENT }, 50, { kind: 'leave', because: 'sent' }],
  ['claimed just now by another run', ROW, 0.1, { kind: 'leave', because: 'claimed' }],
  ['claimed a quarter of an hour ago', ROW, 0.25, { kind: 'send', tries: 2 }],
  ['claimed long ago without a receipt', ROW, 1, { kind: 'send', tries: 2 }],
  ['begun twice without a receipt', { ...ROW, tries: 2 }, 50, { kind: 'leave', because: 'lost' }],
  ['surely not sent, a moment ago', { ...ROW, failed: 'no' }, 1, { kind: 'leave', because: 'failed' }],
  ['surely not sent, six hours ago', { ...ROW, failed: 'no' }, 6, { kind: 'send', tries: 1 }],
  ['surely not sent, hours ago', { ...ROW, failed: 'no' }, 7, { kind: 'send', tries: 1 }],
  ['no answer came', { ...ROW, failed: 'no', unsure: true }, 50, { kind: 'leave', because: 'lost' }],
  ['claimed, and now too late', ROW, 100, { kind: 'leave', because: 'not-now' }],
] as const)('%s', (_, row, hours, expected) => {
  expect(decide(row, hours)).toEqual(expected);
});

test('a message that follows the state of things gets other words, and only then', () => {
  const row = { ...ROW, sent: SENT, words: wordsOf(NOTICE) };
  expect(decide(row, 1, true)).toEqual({ kind: 'leave', because: 'sent' });
  expect(decide({ ...row, words: 'other' }, 1, true)).toEqual({ kind: 'update' });
  expect(decide({ ...row, words: 'other' }, 1, false)).toEqual({ kind: 'leave', because: 'sent' });
});

test('whatever happens to the runs, a message is begun twice at most, and never late', () => {
  // Each step: how long after the last one, and where the run ends: before the claim, before the receipt, or not.
  const steps = fc.array(
    fc.record({ wait: fc.integer({ min: 0, max: 30 }), ends: fc.constantFrom('claim', 'sent', 'never') }),
    { maxLength: 30 },
  );
  fc.assert(
    fc.property(steps, (all) => {
      let row: OutboxRow | undefined;
      let now = 0;
      const sends: number[] = [];
      let receipts = 0;
      for (const { wait, ends } of all) {
        now += wait * 600_000;
        const decision = decideSend(NOTICE, row, now as Instant, false);
        if (decision.kind !== 'send' || ends === 'claim') continue;
        row = { ...ROW, at: now as Instant, tries: decision.tries };
        sends.push(now);
        if (ends === 'sent') continue;
        row = { ...row, sent: SENT };
        receipts += 1;
      }
      expect(sends.length).toBeLessThanOrEqual(2);
      expect(receipts).toBeLessThanOrEqual(1);
      // Twice only where the receipt of the first was lost.
      expect(sends.length < 2 || receipts === 0 || row?.tries === 2).toBe(true);
      expect(sends.every((at) => at >= NOTICE.from && at < NOTICE.until)).toBe(true);
    }),
  );
});
