// The sign of life is read again as it was written, to the minute.
import { heartbeatWords, isSilenceKey, readHeartbeat, silenceKey } from '../../src/memory/heartbeat.ts';
import { at } from '../support/world.ts';

const NOW = at('2026-11-03T06:00:00Z');

test('what is written is read again, among other words', () => {
  expect(readHeartbeat(`Kept by relcomms. ${heartbeatWords(NOW)}.`)).toBe(NOW);
});

test.each([
  '',
  'Last daily check:',
  'Last daily check: 2026-11-03 UTC',
  'Last daily check: 2026-13-03 06:00 UTC',
])('%p tells none', (body) => {
  expect(readHeartbeat(body)).toBeUndefined();
});

test('each silence has a key of its own', () => {
  expect(silenceKey(NOW)).toBe('relcomms/silence/20261103-0600');
  expect([isSilenceKey(silenceKey(NOW)), isSilenceKey('1.14.0/silence/x')]).toEqual([true, false]);
});
