// More tasks than GitHub takes below one issue: those that have an issue keep it, and others come as long as there is room.
import { at, ownIssue, trackingIssue } from '../../support/world.ts';
import { wishes } from './wishes.ts';

const ALL = Array.from({ length: 120 }, (_, index) => `t${index}`);

/** Ids of the tasks that are wanted as issues where these have one, and what is said of the others. */
function wanted(made: readonly string[]) {
  const tasks = ALL.map((id) => `{ id: ${id}, title: Task ${id}, due: 2026-10-20, role: lead }`).join(', ');
  const issues = made.map((id, index) => ownIssue(`1.0.0/task/${id}`, 2 + index));
  const opened = trackingIssue('1.0.0', { createdAt: at('2026-10-05T09:00:00Z') });
  const { desired, skips } = wishes(
    `roles: { lead: [alice] }
cycle: { weeks: 8, release-week: 8, weeks-after: 0 }
tasks: [${tasks}]
releases: [{ version: 1.0.0, start: 2026-10-05, release: 2026-11-24 }]
tracking-issue: { tasks: all }
`,
    { issues: [opened, ...issues] },
  );
  const keys = desired.flatMap((one) =>
    one.kind === 'issue' && one.key.includes('/task/') ? [one.key] : [],
  );
  return { ids: keys.map((key) => key.replace('1.0.0/task/', '')), said: skips.map(({ why }) => why) };
}

test('the first 90 get one, and the report says how many do not', () => {
  const { ids, said } = wanted([]);
  expect(ids).toEqual(ALL.slice(0, 90));
  expect(said).toEqual([expect.stringContaining('30')]);
});

test('those that have one keep it, wherever they are in the checklist', () => {
  const made = ALL.slice(60);
  const { ids } = wanted(made);
  expect(ids).toEqual([...ALL.slice(0, 30), ...made]);
});

test('where there is no room any more nothing is added, and nothing is given up', () => {
  const made = ALL.slice(20);
  const { ids, said } = wanted(made);
  expect(ids).toEqual(made);
  expect(said).toEqual([expect.stringContaining('20')]);
});
