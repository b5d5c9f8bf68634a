// The presets of relcomms hold for a release on any weekday of two years: no finding, and tasks in the order of days.
import { addDays, day, weekdayOf } from '../../src/domain/day.ts';
import { PRESETS } from '../../src/config/presets.ts';
import { buildReleases } from '../../src/schedule/build-release.ts';
import { lintSchedule } from '../../src/schedule/lint.ts';
import { presetSpec } from '../schedule/spec-of.ts';
import { release } from '../schedule/written.ts';

const DAYS = Array.from({ length: 731 }, (_, index) => addDays(day('2026-01-01'), index));

/** Those of other projects follow their own documents, in which a candidate falls on a weekend with the release. */
const OWN = ['basic', 'monthly', 'patch-train', 'security-release'];

/** What a release day itself has: whoever chooses it is told. */
const OF_THE_DAY = ['release-on-friday', 'release-on-day-off'];

const SPECS = new Map(Object.keys(PRESETS).map((name) => [name, presetSpec(name)]));

function found(name: string, on: (typeof DAYS)[number]) {
  const spec = { ...(SPECS.get(name) ?? presetSpec(name)), releases: [release(undefined, on, {}, '1.2.0')] };
  const { releases, problems } = buildReleases(spec);
  return { releases, codes: [...problems, ...lintSchedule(spec, releases)].map(({ code }) => code) };
}

test.each(OWN)('%s is without a finding on every day of two years', (name) => {
  for (const on of DAYS) {
    const codes = found(name, on).codes.filter((code) => !OF_THE_DAY.includes(code));
    expect({ on, codes }).toEqual({ on, codes: [] });
  }
});

test.each(Object.keys(PRESETS))('%s is without a finding on every working day of two years', (name) => {
  for (const on of DAYS.filter((one) => weekdayOf(one) < 6)) {
    const codes = found(name, on).codes.filter((code) => !OF_THE_DAY.includes(code));
    expect({ on, codes }).toEqual({ on, codes: [] });
  }
});

test.each(OWN)('%s lists its tasks in the order in which they are due', (name) => {
  const order = presetSpec(name).tasks.map(({ id }) => id);
  for (const on of DAYS) {
    const [built] = found(name, on).releases;
    const first = [...new Set(built?.tasks.map(({ id, part }) => part?.of ?? id))];
    expect({ on, first }).toEqual({ on, first: order });
  }
});

test.each(OWN)('%s names nobody, no product and no label', (name) => {
  const { roles, tasks } = presetSpec(name);
  expect(roles).toEqual({ lead: [] });
  expect(tasks.map(({ role, labels }) => [role, labels])).toEqual(tasks.map(() => ['lead', []]));
  expect(PRESETS[name]).not.toMatch(/kubernetes|kyma|slack|github|cncf|jira|cve/i);
});
