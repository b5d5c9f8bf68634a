// Webhooks that no receiver took: those that failed, and those that were heard while nothing could be kept.
import { type ListedDelivery, missedIn } from '../../src/server/missed-deliveries.ts';

const entry = (id: number, more: Partial<ListedDelivery> = {}): ListedDelivery => ({
  id,
  guid: `g${id}`,
  delivered_at: new Date(id * 1000).toISOString(),
  status_code: 200,
  event: 'issues',
  installation_id: 1,
  repository_id: 7,
  ...more,
});
const missed = (...entries: ListedDelivery[]): number[] =>
  missedIn(entries, new Set(['issues', 'push'])).map(({ id }) => id);

test('what was kept is not missed; what failed or was only heard is', () => {
  expect(missed(entry(1))).toEqual([]);
  expect(missed(entry(1, { status_code: 502 }))).toEqual([1]);
  expect(missed(entry(1, { status_code: 202 }))).toEqual([1]);
  expect(missed(entry(1, { status_code: 0 }))).toEqual([1]);
});

test('what came through on a second try is not missed', () => {
  expect(missed(entry(2, { guid: 'same' }), entry(1, { guid: 'same', status_code: 0 }))).toEqual([]);
});

test('of one repository the newest of each event is enough', () => {
  const failed = { status_code: 500 };
  const push = { ...failed, event: 'push' };
  expect(
    missed(entry(3, failed), entry(1, failed), entry(2, push), entry(4, { ...failed, repository_id: 8 })),
  ).toEqual([3, 2, 4]);
});

test('events that nobody listens to are left out, those of no repository each count', () => {
  const installed = { event: 'push', status_code: 0, repository_id: null };
  expect(
    missed(entry(1, { event: 'star', status_code: 0 }), entry(2, installed), entry(3, installed)),
  ).toEqual([2, 3]);
});
