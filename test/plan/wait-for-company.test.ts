// What may wait goes along with other news on its issue, and with nothing else.
import type { Desired, DesiredComment, DesiredEntry } from '../../src/domain/desired.ts';
import { day } from '../../src/domain/day.ts';
import { goingAlone } from '../support/going.ts';
import { trackingIssue } from '../support/world.ts';

const ISSUE = '1.0.0/tracking-issue';

function comment(name: string, more: Partial<DesiredComment> = {}): DesiredComment {
  return { kind: 'comment', issue: ISSUE, key: name, entry: name, body: name, why: name, ...more };
}

function entry(key: string, issue = ISSUE): DesiredEntry {
  return { kind: 'entry', issue, key, day: day('2026-11-10'), text: key, why: key };
}

const keys = (desired: readonly Desired[]): string[] =>
  desired.flatMap((one) => ('key' in one ? [one.key] : []));
const WAITING = [comment('waiting', { mayWait: true }), entry('waiting')];

test('by itself it waits, and the log does not tell of it', () => {
  expect(goingAlone([...WAITING, entry('other')])).toEqual([entry('other')]);
});

test('with news on its issue it goes along', () => {
  expect(keys(goingAlone([...WAITING, comment('news')]))).toEqual(['waiting', 'waiting', 'news']);
});

test.each([
  ['an answer to a command', comment('news', { isAnswer: true })],
  ['another that may wait', comment('news', { mayWait: true })],
  ['news on another issue', comment('news', { issue: '2.0.0/tracking-issue' })],
])('%s is no company', (_, other) => {
  expect(keys(goingAlone([...WAITING, other]))).not.toContain('waiting');
});

test('what was said in an earlier run is no company, and the same key in another log stays', () => {
  const told = trackingIssue('1.0.0', {
    ledger: { commentId: 2, body: '', entries: [{ key: 'news', day: day('2026-11-09'), text: 'News.' }] },
  });
  const there = entry('waiting', '2.0.0/tracking-issue');
  expect(goingAlone([...WAITING, comment('news'), there], [told])).toEqual([comment('news'), there]);
});
