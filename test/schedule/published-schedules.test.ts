// Lint against seventeen published schedules: everything known to be wrong is found, and nothing else.
import { readdirSync } from 'node:fs';
import { buildReleases } from '../../src/schedule/build-release.ts';
import { lintSchedule } from '../../src/schedule/lint.ts';
import { specOf } from './spec-of.ts';

const FOLDER = 'test/fixtures/schedules';

/** What the published pages have wrong: the finding and the milestone at which it is told. */
const WRONG: Readonly<Record<string, readonly string[]>> = {
  // The table followed a slip, the prose above it did not.
  'v1.10.0': ['two-dates code-thaw-in-prose', 'two-dates release-in-prose'],
  'v1.12.0': ['week-mismatch docs-ready', 'week-mismatch feature-freeze'],
  // The summary counts the retrospective's week one short of the table.
  'v1.22.0': ['week-mismatch retrospective-in-summary'],
  'v1.30.0': ['two-dates test-freeze-in-summary', 'weekday-mismatch feature-blog-freeze'],
};

const schedules = readdirSync(FOLDER).map((file) => file.replace('.yml', ''));

test('there are schedules of two projects', () => {
  expect(schedules).toHaveLength(17);
});

test.each(schedules)('%s has exactly the findings that are known', (name) => {
  const spec = specOf(`${FOLDER}/${name}.yml`);
  const { releases, problems } = buildReleases(spec);
  const told = lintSchedule(spec, releases).map(({ code, path }) => `${code} ${path[3] ?? path.join('.')}`);
  expect(problems).toEqual([]);
  expect(told.sort()).toEqual(WRONG[name] ?? []);
});
