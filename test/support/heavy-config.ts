// A config of 42 KB that takes as long to judge as one can: 2,300 holidays, 260 tasks, eleven cycles.

export const HOLIDAYS = 2300;
export const TASKS = 260;

/** It is good, and has a warning for almost every task. */
export function heavyConfig(): string {
  const holidays = Array.from({ length: HOLIDAYS }, (_, index) =>
    new Date(Date.UTC(2020, 0, 1 + index)).toISOString().slice(0, 10),
  );
  const tasks = Array.from(
    { length: TASKS },
    (_, index) => `- { id: t${index}, title: T, role: lead, due: release - 999 working days }\n`,
  );
  const releases = Array.from(
    { length: 11 },
    (_, index) => `- { version: v${index}, start: ${2020 + index}-01-06, release: ${2020 + index}-01-28 }\n`,
  );
  return [
    'timezone: UTC\nroles: { lead: [alice] }\ntracking-issue: { tasks: all }\n',
    `holidays: [${holidays.join(',')}]\n`,
    `releases:\n${releases.join('')}tasks:\n${tasks.join('')}`,
  ].join('');
}
