// What the scripted team does on a day of a simulation.
import { type Day, addDays, day } from '../../../src/domain/day.ts';
import type { Release } from '../../../src/domain/release.ts';
import type { SeenIssue } from '../../../src/duties/view.ts';
import { cast } from '../../../src/duties/tracking-issue/cast.ts';
import { keyOf, markerLine } from '../../../src/text/marker.ts';
import { trackingKey } from '../../../src/memory/tracking-key.ts';
import { read, releaseOf } from '../../support/world.ts';

/** Tasks on the last day of week 1, on the first of week 2, and a day later. */
const RELEASE = releaseOf(
  read(`roles: { lead: [alice], shadow: [carol] }
cycle: { weeks: 8, release-week: 8, weeks-after: 0 }
tasks:
  - { id: early, title: Early, due: 2026-10-11, role: lead }
  - { id: first, title: First, due: 2026-10-12, role: lead }
  - { id: second, title: Second, due: 2026-10-13, role: lead }
releases: [{ version: 1.0.0, start: 2026-10-05, release: 2026-11-24 }]
tracking-issue: {}
`),
);

const issue = (key: string, number: number, more: Partial<SeenIssue> = {}): SeenIssue => ({
  number,
  author: 'relcomms[bot]',
  title: key,
  body: markerLine(key),
  state: 'open',
  pull: false,
  labels: [],
  assignees: [],
  milestone: null,
  comments: [],
  ...more,
});
const taskIssues = (release: Release): SeenIssue[] =>
  release.tasks.map(({ id }, index) => issue(keyOf(release.version, 'task', id), index + 2));

/** Who takes over which issue on a day. */
function taken(today: Day, tracking: Partial<SeenIssue> = {}): string[] {
  const issues = [issue(trackingKey(RELEASE), 1, tracking), ...taskIssues(RELEASE)];
  return cast({ release: RELEASE, today, holidays: [], issues }).flatMap((deed) =>
    deed.kind === 'comment' && deed.body === '/release take' ? [`${deed.by} #${deed.number}`] : [],
  );
}

test('the shadow takes over the first task from week 2 on, three days before it is due', () => {
  const days = Array.from({ length: 10 }, (_, index) => addDays(day('2026-10-05'), index));
  expect(days.flatMap((today) => taken(today).map((one) => `${today} ${one}`))).toEqual([
    '2026-10-09 carol #3',
  ]);
});

test('nobody does anything while no tracking issue is open', () => {
  expect(taken(day('2026-10-09'), { state: 'closed' })).toEqual([]);
});
