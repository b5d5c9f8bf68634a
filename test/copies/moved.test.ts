// Twenty copies with a date that has moved: each is found, and of the file exactly the bytes of that date change.
import { type CopyFormat, formatOf } from '../../src/copies/copied-release.ts';
import { findDates } from '../../src/copies/find-dates.ts';
import { applyEdits } from '../../src/copies/rewrite.ts';
import { day } from '../../src/domain/day.ts';
import { aRelease } from '../support/copies/releases.ts';
import { TIMELINES, readmeOf, releaseOf } from '../support/copies/timelines.ts';

/** Release, row, its day now, and how its date has to read; a weekday in words has to follow. */
const ROWS = [
  ['v1.10.0', 'Begin code freeze (EOD PST)', '2018-03-02', 'Feb 26', 'Mar 2'],
  ['v1.12.0', 'Begin code and test freeze (EOD PST)', '2018-09-11', 'Sep 4', 'Sep 11'],
  ['v1.14.0', 'Begin Code Freeze (EOD PST)', '2019-03-12', 'Mar Thu 7', 'Mar Tue 12'],
  ['v1.16.0', '1.16.0-beta.2 released', '2019-09-09', 'Sep Wed 4', 'Sep Mon 9'],
  ['v1.18.0', 'Begin Code Freeze (EOD PST)', '2020-03-10', 'Thu March 5', 'Tue March 10'],
  ['v1.20.0', 'Team finalized', '2020-10-01', 'Friday September 18', 'Thursday October 1'],
  ['v1.22.0', 'Schedule finalized', '2021-05-03', 'Thur April 29', 'Mon May 3'],
  ['v1.28.0', 'Schedule finalized', '2023-05-23', 'Friday 19th May 2023', 'Tuesday 23rd May 2023'],
  [
    'v1.30.0',
    'Begin Code Freeze',
    '2024-03-12',
    'Wednesday 6th March 2024 / 18:00 PDT Tuesday 5th March 2024',
    'Wednesday 13th March 2024 / 18:00 PDT Tuesday 12th March 2024',
  ],
  [
    'v1.30.0',
    'KubeCon EU',
    '2024-04-02',
    'Tuesday 19th - Friday 22nd March 2024',
    'Saturday 30th March - Tuesday 2nd April 2024',
  ],
  [
    'v1.32.0',
    'Start final draft of Release Notes',
    '2024-12-02',
    'Tuesday 19th November2024',
    'Monday 2nd December2024',
  ],
  ['v1.34.0', 'Docs Freeze', '2025-08-11', 'Wednesday 6th August 2025', 'Monday 11th August 2025'],
] as const;

test.each(ROWS)('the README of %s: %s moves to %s', (version, what, to, before, after) => {
  const timeline = TIMELINES.find((one) => one.version === version) ?? { version, rows: [] };
  const text = readmeOf(timeline);
  const release = releaseOf(timeline);
  const milestones = release.milestones.map((one) => {
    if (one.title !== what) return one;
    return { ...one, day: day(to), from: one.from === undefined ? undefined : day('2024-03-30') };
  });
  const path = `releases/release-${version.slice(1, 5)}/README.md`;
  const found = findDates(text, 'markdown', { ...release, milestones }, { path, others: [] }) ?? [];
  const row = text.split('\n').findIndex((line) => line.includes(`| ${what} |`));
  const wrong = found.filter(({ says, holds }) => says !== holds);
  expect(wrong).toMatchObject([{ line: row + 1, written: before, becomes: after }]);
  const line = `| ${what} | `;
  const cells = text.split('\n')[row] ?? '';
  expect(
    applyEdits(
      text,
      wrong.flatMap(({ edits }) => edits),
    ),
  ).toBe(text.replace(cells, line + cells.slice(line.length).replace(before, after)));
});

test('no date of a timeline that nobody moved is named, and most are known', () => {
  const all = TIMELINES.map((timeline) => {
    const around = { path: 'README.md', others: [] };
    return findDates(readmeOf(timeline), 'markdown', releaseOf(timeline), around) ?? [];
  });
  expect(all.flat().filter(({ says, holds }) => says !== holds)).toEqual([]);
  const rows = TIMELINES.flatMap(({ rows: some }) => some).length;
  expect(all.flat().length / rows).toBeGreaterThan(0.94);
});

/** Code freeze moved from 3 to 10 November 2026, the release from 2 to 9 December; sprints take two days and moved, too. */
const FILES: readonly (readonly [path: string, text: string, changed: string])[] = [
  [
    'data/schedule.yaml',
    'schedules:\r\n- release: 1.34\r\n  code_freeze: 2026-11-03 # Tuesday, 3 Nov\r\n  releaseDate: "2026-12-02"\r\n- release: 1.33\r\n  code_freeze: 2026-07-14\r\n',
    'schedules:\r\n- release: 1.34\r\n  code_freeze: 2026-11-10 # Tuesday, 3 Nov\r\n  releaseDate: "2026-12-09"\r\n- release: 1.33\r\n  code_freeze: 2026-07-14\r\n',
  ],
  [
    'events.yml',
    "events:\n  - { name: Code Freeze, when: 'Tue, Nov 3, 2026' }\n  - { name: Docs freeze, when: 'Tue, Nov 3, 2026' }\n",
    "events:\n  - { name: Code Freeze, when: 'Tue, Nov 10, 2026' }\n  - { name: Docs freeze, when: 'Tue, Nov 3, 2026' }\n",
  ],
  [
    'site/releases.json',
    '{\n\t"version": "1.34.0",\n\t"milestones": [\n\t\t{"title": "Code freeze", "date": "2026-11-03T18:00:00-08:00"},\n\t\t{"title": "Sprint", "start": "2026-10-01", "end": "2026-10-02"}\n\t]\n}\n',
    '{\n\t"version": "1.34.0",\n\t"milestones": [\n\t\t{"title": "Code freeze", "date": "2026-11-10T18:00:00-08:00"},\n\t\t{"title": "Sprint", "start": "2026-10-08", "end": "2026-10-09"}\n\t]\n}\n',
  ],
  [
    'pairs.json',
    '[["Code freeze","2026/11/03"],["Beta","2026/11/04"]]',
    '[["Code freeze","2026/11/10"],["Beta","2026/11/04"]]',
  ],
  [
    'dates.ics',
    'BEGIN:VCALENDAR\r\nX-WR-CALNAME:Releases\r\nBEGIN:VEVENT\r\nUID:1\r\nDTSTART;VALUE=DATE:20261103\r\nDTEND;VALUE=DATE:20261104\r\nSUMMARY:1.34 Code fr\r\n eeze\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nDTSTART:20261103T020000Z\r\nSUMMARY:Team meeting\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n',
    'BEGIN:VCALENDAR\r\nX-WR-CALNAME:Releases\r\nBEGIN:VEVENT\r\nUID:1\r\nDTSTART;VALUE=DATE:20261110\r\nDTEND;VALUE=DATE:20261111\r\nSUMMARY:1.34 Code fr\r\n eeze\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nDTSTART:20261103T020000Z\r\nSUMMARY:Team meeting\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n',
  ],
  [
    'content/releases/1.34.md',
    '---\ntitle: Acme 1.34\nrelease: 2026-12-02\n---\n\nAcme 1.34 is planned.\n',
    '---\ntitle: Acme 1.34\nrelease: 2026-12-09\n---\n\nAcme 1.34 is planned.\n',
  ],
  [
    'docs/next.md',
    '## Dates of 1.34\n\n- **Code freeze:** Tuesday, 3 Nov. 2026\n- 2 December 2026 (Wed): Release\n- Sprint: 1-2 Oct\n',
    '## Dates of 1.34\n\n- **Code freeze:** Tuesday, 10 Nov. 2026\n- 9 December 2026 (Wed): Release\n- Sprint: 8-9 Oct\n',
  ],
  [
    'docs/versions.md',
    'Version | Day | Code freeze | Release\n--- | --- | --- | ---\n1.33 | | 14 Jul 2026 | 2026-08-12\n1.34 | | 3rd of Nov 2026 | 2026-12-02\n',
    'Version | Day | Code freeze | Release\n--- | --- | --- | ---\n1.33 | | 14 Jul 2026 | 2026-08-12\n1.34 | | 10th of Nov 2026 | 2026-12-09\n',
  ],
];

test.each(FILES)('%s', (path, text, changed) => {
  const found = findDates(text, formatOf(path) as CopyFormat, aRelease('1.34.0'), {
    path,
    others: [aRelease('1.33.0')],
  });
  expect(
    applyEdits(
      text,
      (found ?? []).flatMap(({ edits }) => edits),
    ),
  ).toBe(changed);
});
