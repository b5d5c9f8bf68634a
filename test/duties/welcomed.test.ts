// A release begins on the day on which its issue was opened, until its people are welcomed.
import { day } from '../../src/domain/day.ts';
import { isBeginning, isWelcomed } from '../../src/duties/welcomed.ts';
import { at, release, trackingIssue } from '../support/world.ts';

function tracking(...keys: readonly string[]) {
  const entries = keys.map((key) => ({ key: `1.14.0/${key}`, day: day('2026-10-05'), text: key }));
  return trackingIssue('1.14.0', { ledger: { commentId: 2, body: '', entries } });
}

const MONDAY = at('2026-10-05T08:00:00Z');

test.each([
  ['opened today', tracking('opened'), MONDAY, true],
  ['opened yesterday', tracking('opened'), at('2026-10-06T08:00:00Z'), false],
  ['welcomed', tracking('opened', 'welcome'), MONDAY, false],
  ['without a log', { ...tracking(), ledger: undefined }, MONDAY, false],
])('%s', (_, found, now, expected) => {
  expect(isBeginning(release(), found, now)).toBe(expected);
});

test('the welcome is a line in the log', () => {
  expect(isWelcomed(release(), tracking('welcome'))).toBe(true);
  expect(isWelcomed(release(), tracking('opened'))).toBe(false);
});
