// What is overdue can still be done; a meeting that was missed can't.
import { day } from '../../src/domain/day.ts';
import type { Release, Task } from '../../src/domain/release.ts';
import { missedTasks, overdueTasks } from '../../src/schedule/overdue.ts';
import { at } from '../support/world.ts';

function task(id: string, due: string, more: Partial<Task> = {}): Task {
  const deadline = at(`${due}T24:00:00Z`);
  return {
    id,
    title: id,
    holders: [],
    due: day(due),
    deadline,
    week: 1,
    optional: false,
    labels: [],
    source: [],
    ...more,
  };
}

const meeting = (number: number, due: string) =>
  task(`call.${number}`, due, { occurrence: { of: 'call', number, total: 3 } });

const RELEASE = {
  timezone: 'UTC',
  tasks: [
    task('blog', '2026-10-05'),
    task('video', '2026-10-05', { optional: true }),
    meeting(1, '2026-10-05'),
    meeting(2, '2026-10-08'),
    meeting(3, '2026-10-26'),
  ],
} as unknown as Release;

const found = (now: string, done: readonly string[] = []) =>
  [overdueTasks, missedTasks].map((which) => which(RELEASE, new Set(done), at(now)).map(({ id }) => id));

test.each([
  ['on its day', '2026-10-05T23:59:00Z', [], []],
  ['when the day has ended', '2026-10-06T00:00:00Z', ['blog', 'call.1'], []],
  ['once the next is due', '2026-10-08T00:00:00Z', ['blog'], ['call.1']],
  ['a week later', '2026-10-15T00:00:00Z', ['blog'], ['call.1', 'call.2']],
  ['the last of all, a week later', '2026-11-02T00:00:00Z', ['blog'], ['call.1', 'call.2', 'call.3']],
])('%s', (_, now, overdue, missed) => {
  expect(found(now)).toEqual([overdue, missed]);
});

test('what is done is neither', () => {
  expect(found('2026-10-15T00:00:00Z', ['blog', 'call.1'])).toEqual([[], ['call.2']]);
});
