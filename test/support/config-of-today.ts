// A small cycle that goes on today, for processes that go by the clock on the wall.

const DAY = 86_400_000;

/** Monday of this week began a cycle of four weeks. */
export function configOfToday(now: number, title = 'Settle the theme'): string {
  const monday = now - ((new Date(now).getUTCDay() + 6) % 7) * DAY;
  const day = (offset: number): string => new Date(monday + offset * DAY).toISOString().slice(0, 10);
  return [
    'timezone: UTC',
    'roles: { lead: [alice] }',
    'cycle: { weeks: 4, release-week: 4, weeks-after: 0 }',
    `releases: [{ version: v2.0.0, start: ${day(0)}, release: ${day(22)} }]`,
    `tasks: [{ id: theme, title: ${JSON.stringify(title)}, role: lead, week: 1 }, { id: post, title: Post, due: release }]`,
    'tracking-issue: { tasks: none }',
    '',
  ].join('\n');
}
