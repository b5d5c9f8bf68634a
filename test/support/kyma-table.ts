// What the rules of the Kyma page ask to be told: which message, where, on which day, and how.
import type { Heard } from './kyma-walk.ts';

export interface TableRow {
  readonly rules: string;
  readonly day: string;
  readonly places: string;
  readonly title: string;
  readonly how: string;
}

const ALL = '#releases, #team-api, #team-console';
const API = '1.10.0: 1 pull request waits for acme/api';
const CONSOLE = '1.10.0: 1 pull request waits for acme/console';

/** Every message of the cycle: nothing else may be said. */
export const EXPECTED: readonly TableRow[] = [
  row('Y3 Y4 Y14 Y15 Y18 Y28', '2020-01-20', ALL, 'Release 1.10.0: dates and contacts', 'pinned'),
  row('Y2 Y20 Y27', '2020-01-23', '#scrum-masters', '1.10.0: where the release stands on Thu 23 Jan 2020'),
  row('Y2 Y20 Y27', '2020-02-06', '#scrum-masters', '1.10.0: where the release stands on Thu 6 Feb 2020'),
  row('Y3 Y14 Y15', '2020-02-13', ALL, '1.10.0: Release candidate 1 is in 7 days, Thu 20 Feb 2020'),
  row('Y11', '2020-02-13', '#team-api', API),
  row('Y11', '2020-02-13', '#team-console', CONSOLE),
  row('Y14 Y15', '2020-02-18', ALL, '1.10.0: Release candidate 1 is in 2 days, Thu 20 Feb 2020'),
  row('Y11', '2020-02-18', '#team-api', API),
  row('Y12 Y13', '2020-02-18', '#team-api', '1.10.0: 1 failing test belongs to acme/api'),
  row('Y11', '2020-02-18', '#team-console', CONSOLE),
  row('Y16', '2020-02-19', ALL, '1.10.0: news from the release team'),
  row('Y14', '2020-02-20', ALL, '1.10.0: Release candidate 2 is in 7 days, Thu 27 Feb 2020'),
  row('Y2 Y20 Y27', '2020-02-20', '#scrum-masters', '1.10.0: where the release stands on Thu 20 Feb 2020'),
  row('Y11', '2020-02-21', '#team-api', API),
  row('Y11', '2020-02-21', '#team-console', CONSOLE),
  row(
    'K6 K54',
    '2020-02-21',
    'press@example.org',
    'Kyma 1.10: the embargo lifts on Thu 5 Mar 2020, 08:00 UTC',
  ),
  row('Y16', '2020-02-24', ALL, '1.10.0: 3 dates moved', 'thread'),
  row('K7 K8', '2020-02-25', 'press@example.org', 'Kyma 1.10: Embargo lift moved'),
  row('Y14', '2020-02-27', ALL, '1.10.0: Release candidate 2 is in 7 days, Thu 5 Mar 2020'),
  row('Y11', '2020-02-27', '#team-console', CONSOLE),
  // The second candidate on the 5th and the cherry-pick deadline on the 10th, in one message.
  row('Y10 Y14', '2020-03-03', ALL, '1.10.0: 2 deadlines ahead, the first in 2 days'),
  row('Y11', '2020-03-03', '#team-console', CONSOLE),
  row('Y15', '2020-03-05', ALL, '1.10.0: Release day is in 7 days, Thu 12 Mar 2020'),
  row('Y2 Y20 Y27', '2020-03-05', '#scrum-masters', '1.10.0: where the release stands on Thu 5 Mar 2020'),
  // Two days before would be a Sunday.
  row('Y10', '2020-03-06', ALL, '1.10.0: Cherry-pick deadline is in 4 days, Tue 10 Mar 2020'),
  row('Y15', '2020-03-10', ALL, '1.10.0: Release day is in 2 days, Thu 12 Mar 2020'),
  row('Y17 Y23', '2020-03-13', 'community #kyma-announcements', 'Kyma 1.10 is out'),
];

function row(rules: string, day: string, places: string, title: string, how = ''): TableRow {
  return { rules, day, places, title, how };
}

/** The same message in several places on one day is one row. */
export function tableOf(heard: readonly Heard[]): Omit<TableRow, 'rules'>[] {
  const rows = new Map<string, Omit<TableRow, 'rules'>>();
  for (const { day, place, title, pinned, thread } of heard) {
    const how = pinned ? 'pinned' : thread ? 'thread' : '';
    const key = JSON.stringify([day, title, how]);
    const known = rows.get(key);
    const places = [known?.places ?? [], place].flat().join(', ');
    rows.set(key, { day, places, title, how });
  }
  return [...rows.values()].toSorted((a, b) => orderOf(a).localeCompare(orderOf(b)));
}

export function orderOf({ day, title, places }: Omit<TableRow, 'rules'>): string {
  return `${day} ${title} ${places}`;
}

export function withoutRules({ day, places, title, how }: TableRow): Omit<TableRow, 'rules'> {
  return { day, places, title, how };
}

/** For people: a line for each row. */
export function printTable(rows: readonly TableRow[]): string {
  const cells = rows.map(({ rules, title, places, day, how }) => [rules, title, places, day, how]);
  const head = ['rule', 'message', 'where', 'day', 'how'];
  const widths = head.map((name, index) =>
    Math.max(name.length, ...cells.map((line) => (line[index] ?? '').length)),
  );
  return [head, ...cells]
    .map((line) =>
      line
        .map((cell, index) => cell.padEnd(widths[index] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
