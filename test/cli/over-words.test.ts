// Which releases beside a rule `relcomms validate` says can be deleted.
import { day, instantOf } from '../../src/domain/day.ts';
import { loadConfig } from '../../src/config/load-config.ts';
import { PRESETS } from '../../src/config/presets.ts';
import { overWords } from '../../src/cli/over-words.ts';
import { DUTY_SECTIONS } from '../../src/duties/index.ts';
import { buildReleases } from '../../src/schedule/build-release.ts';

const RULE = "{ every: 6 weeks, first: 2026-09-01, versions: '1.{n}.0', n: 1 }";

/** The hint at noon of a day; the cycles are as `basic` has them. */
function hint(items: string, today: string): string[] {
  const now = instantOf(day(today), '12:00', 'UTC');
  const text = `extends: [basic]\ntimezone: UTC\nroles: { lead: [alice] }\nreleases: [${items}]\n`;
  const loaded = loadConfig(text, { sections: DUTY_SECTIONS, presets: PRESETS, now });
  if (!loaded.ok) throw new Error(loaded.problems.map(({ message }) => message).join());
  const { schedule } = loaded.config;
  return overWords(schedule.releases, buildReleases(schedule).releases, now);
}

const MOVED = '{ version: 1.1.0, release: 2026-09-02 }';

test.each([
  ['four weeks after its last week it stays', `${RULE}, ${MOVED}`, '2026-10-11', []],
  [
    'a day later it can go, and what the rule lists is not named',
    `${RULE}, ${MOVED}`,
    '2026-10-12',
    ['1.1.0 is over for more than 4 weeks: you can delete it from "releases".'],
  ],
  [
    'a release of its own as well',
    `${RULE}, ${MOVED}, { version: 0.9.0, release: 2026-07-01 }`,
    '2026-12-01',
    ['1.1.0 and 0.9.0 are over for more than 4 weeks: you can delete them from "releases".'],
  ],
  ['without a rule nothing is said', MOVED, '2026-12-01', []],
])('%s', (_, items, today, expected) => expect(hint(items, today)).toEqual(expected));
