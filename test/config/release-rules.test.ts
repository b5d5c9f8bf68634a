// Rules for releases: the same releases from any day, single ones that change only themselves, mistakes at their line.
import * as fc from 'fast-check';
import { addDays, day, instantOf } from '../../src/domain/day.ts';
import { DUTY_SECTIONS } from '../../src/duties/index.ts';
import { prepare } from '../../src/run/prepare.ts';
import { rememberPrepared } from '../../src/run/remember-prepared.ts';

const ZONES = ['UTC', 'Europe/Berlin', 'America/New_York', 'Pacific/Kiritimati', 'Australia/Lord_Howe'];

function read(text: string, today = '2027-02-01', zone = 'UTC') {
  return prepare(text, DUTY_SECTIONS, instantOf(day(today), '12:00', zone));
}

function releasesOn(text: string, today?: string, zone?: string) {
  const prepared = read(text, today, zone);
  if ('problems' in prepared)
    throw new Error(prepared.problems.map(({ line, message }) => `${line}: ${message}`).join('\n'));
  return prepared.releases;
}

/** `version day` of each release that is listed. */
function listed(text: string, today?: string): string[] {
  return releasesOn(text, today).map(({ version, release }) => `${version} ${release}`);
}

const FOUR_WEEKS = 'cycle: { weeks: 4, release-week: 4, weeks-after: 0 }\n';
const MONTHLY = `${FOUR_WEEKS}releases:
  - every: monthly first wednesday
    first: 2026-12-02
    versions: '{yyyy}.{m}'
`;

test('what runs, what is just over and what comes next is listed', () => {
  expect(listed(MONTHLY)).toEqual([
    '2027.1 2027-01-06',
    '2027.2 2027-02-03',
    '2027.3 2027-03-03',
    '2027.4 2027-04-07',
  ]);
  expect(listed(MONTHLY.replace('    first', '    ahead: 5\n    first')).at(-1)).toBe('2027.7 2027-07-07');
});

test.each([
  ['Rust', "every: 6 weeks, first: 2026-12-03, versions: '1.{n}.0', n: 93", '1.94.0 2027-01-14'],
  ['GitLab', "every: monthly third thursday, first: 2026-05-21, versions: '19.{n}'", '19.8 2027-01-21'],
  [
    'Home Assistant',
    "every: monthly first wednesday, first: 2026-12-02, versions: '{yyyy}.{m}'",
    '2027.1 2027-01-06',
  ],
  ['VS Code', "every: month, first: 2026-12-09, versions: '1.{n}', n: 107", '1.108 2027-01-09'],
  ['Mattermost', "every: monthly 16, first: 2026-12-16, versions: 'v11.{n}.0', n: 3", 'v11.4.0 2027-01-16'],
  [
    'Knative',
    "every: 3 months fourth tuesday, first: 2026-10-27, versions: 'v1.{n}', n: 20",
    'v1.21 2027-01-26',
  ],
  ['Django', "every: monthly first tuesday, first: 2026-12-01, versions: '6.0.{n}'", '6.0.1 2027-01-05'],
])('%s', (_, keys, wanted) => {
  expect(listed(`${FOUR_WEEKS}releases: [{ ${keys} }]\n`)).toContain(wanted);
});

test('a rule alone stands for a list of one', () => {
  const alone = MONTHLY.replace('  - every', '    every');
  expect(listed(alone)).toEqual(listed(MONTHLY));
  expect(listed(`${FOUR_WEEKS}releases: { every: month, first: 2027-01-31, versions: 'v{n}' }\n`)).toContain(
    'v1 2027-02-28',
  );
});

test('as many are listed as cycles run, and each from before its cycle begins', () => {
  const text =
    "cycle: { weeks: 12, release-week: 12 }\nreleases: { every: 2 weeks, first: 2026-12-02, versions: '{n}' }\n";
  const running = releasesOn(text).filter(({ start, end }) => start <= '2027-02-01' && '2027-02-01' <= end);
  expect(running.map(({ version }) => version)).toEqual(['4', '5', '6', '7', '8', '9', '10']);
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 400 }), (count) => {
      const today = addDays(day('2026-12-02'), count);
      const soon = releasesOn(text, today).filter(({ start }) => start > today);
      expect(soon.length).toBeGreaterThanOrEqual(2);
    }),
    { numRuns: 30 },
  );
});

const RULES = [
  "{ every: monthly last day, first: 2026-01-31, versions: '{yyyy}.{mm}', title: 'Release {version}' }",
  "{ every: 6 weeks, first: 2026-01-08, versions: '1.{n}.0', n: 93, branch: 'release-{minor}' }",
  "{ every: year, first: 2024-02-29, versions: '{yyyy}.{n}' }",
  "{ every: last friday, first: 2026-01-30, versions: '{n}', skip: ['7', '9'], until: 2029-12-31 }",
];

test('the same releases from any day and in any zone, with leap days and ends of years', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...RULES),
      fc.constantFrom(...ZONES),
      fc.integer({ min: 0, max: 1300 }),
      fc.integer({ min: 0, max: 60 }),
      (rule, zone, count, later) => {
        const text = `timezone: ${zone}\n${FOUR_WEEKS}tasks: [{ id: post, title: 'After {previous}, before {next}', week: 2 }]\nreleases: [${rule}, { version: '0.1', release: 2020-01-01, vars: { previous: '-', next: '-' } }]\n`;
        const today = addDays(day('2026-03-01'), count);
        const before = releasesOn(text, today, zone);
        const after = new Map(releasesOn(text, addDays(today, later), zone).map((one) => [one.version, one]));
        const kept = before.filter(({ version }) => after.has(version));
        expect(kept.length).toBeGreaterThan(0);
        for (const release of kept.filter(({ version }) => version !== '1.93.0'))
          expect(after.get(release.version)).toEqual(release);
      },
    ),
    { numRuns: 60 },
  );
});

test('a single release changes what it says, and no other release', () => {
  const single = `  - version: '2027.3'\n    release: 2027-03-10\n    because: a fair\n    roles: { lead: [bob] }\n`;
  const text = MONTHLY.replace('versions', "branch: 'rel-{yyyy}-{mm}'\n    versions");
  const before = new Map(releasesOn(text).map((release) => [release.version, release]));
  const after = releasesOn(`${text}${single}`);
  const moved = after.find(({ version }) => version === '2027.3');
  expect(moved).toMatchObject({ release: '2027-03-10', branch: 'rel-2027-03', roles: { lead: ['bob'] } });
  expect(after).toHaveLength(before.size);
  for (const release of after.filter(({ version }) => version !== '2027.3'))
    expect(release).toEqual(before.get(release.version));
  expect(listed(`${MONTHLY}  - { version: '2028.1', title: Anniversary }\n`)).toContain('2028.1 2028-01-05');
});

test('what is skipped is left out, and moves nothing', () => {
  const text = MONTHLY.replace('first:', "skip: ['2027.2']\n    first:");
  expect(listed(text)).toEqual(['2027.1 2027-01-06', '2027.3 2027-03-03', '2027.4 2027-04-07']);
});

test('the kind of a rule decides the weeks, and people and tasks of its releases', () => {
  const text = `kinds:\n  patch: { extends: patch-train, roles: { lead: [bob] } }\nreleases: { every: month, first: 2026-12-08, versions: '6.0.{n}', kind: patch }\n`;
  const [, release] = releasesOn(text);
  expect(release).toMatchObject({ version: '6.0.2', release: '2027-02-08', roles: { lead: ['bob'] } });
  expect(release?.weeks).toHaveLength(2);
});

test('a reader with a memory reads anew on another day', () => {
  const reader = rememberPrepared();
  const on = (today: string) => {
    const prepared = reader(MONTHLY, instantOf(day(today), '12:00', 'UTC'));
    return 'problems' in prepared ? [] : prepared.releases.map(({ version }) => version);
  };
  expect(on('2027-02-01')).toEqual(on('2027-02-01'));
  expect(on('2027-06-01')).toContain('2027.6');
});

const RULE =
  "releases:\n  - every: monthly first wednesday\n    first: 2026-12-02\n    versions: '2.{n}.0'\n";

test.each([
  ['every', RULE.replace('wednesday', 'wenesday'), 2, 'Did you mean monthly first wednesday?'],
  ['every', RULE.replace('monthly first wednesday', '9 days'), 2, 'Write how often'],
  ['every', RULE.replace('every: monthly first wednesday\n    ', ''), 2, 'Write how often'],
  ['first', RULE.replace('    first: 2026-12-02\n', ''), 2, 'Write a day as'],
  ['first', RULE.replace('2026-12-02', '2026-12-03'), 3, 'Write 2026-12-02'],
  ['first', RULE.replace('2026-12-02', '9999-12-01'), 3, 'Correct the year'],
  ['versions', RULE.replace('{n}', '{nr}'), 4, 'Did you mean {n}?'],
  ['versions', RULE.replace('{n}', '{version}'), 4, 'Write the version with places'],
  ['versions', RULE.replace('{n}', '1'), 4, 'Write the version with places'],
  ['versions', RULE.replace('{n}', '{m}{d}'), 4, 'Put a dot between them'],
  ['versions', RULE.replace('2.{n}.0', 'a {n}'), 4, 'without spaces'],
  ['versions', RULE.replace('2.{n}.0', '{yyyy}'), 4, 'Add {n}'],
  ['versions', `${RULE}${RULE.slice(10)}`, 7, 'end the earlier rule with "until"'],
  ['until', `${RULE}    until: 2026-12-01\n`, 5, 'Correct "until"'],
  ['n', `${RULE.replace('2.{n}.0', '{yyyy}.{m}')}    n: 4\n`, 5, 'Delete "n"'],
  ['skip', `${RULE}    skip: ['2.x.0']\n`, 5, 'Did you mean 2.'],
  ['skip', `${RULE}    skip:\n      - '2.3.0'\n      - '2.3.0'\n`, 7, 'Delete one'],
  [
    'skipped',
    `${RULE}    skip: ['2.3.0']\n  - { version: '2.3.0', release: 2027-03-03 }\n`,
    6,
    'Delete it here',
  ],
  ['unknown key', `${RULE}    evry: 2 weeks\n`, 5, 'Did you mean "every"?'],
  ['kind', `${RULE}    kind: patsch\nkinds: { patch: { extends: patch-train } }\n`, 5, 'Did you mean patch?'],
  ['twice', `${RULE}  - { version: '2.3.0' }\n  - { version: '2.3.0' }\n`, 6, 'Delete one of the two'],
  ['no rule', `${RULE}  - { version: '3.3.0' }\n`, 5, 'Write a day as'],
])('a mistake in %s is told at its line', (_, text, line, fix) => {
  const prepared = read(text);
  if (!('problems' in prepared)) throw new Error('it was taken');
  const [first, ...more] = prepared.problems.filter(({ severity }) => severity === 'error');
  expect(more).toEqual([]);
  expect([first?.line, first?.fix]).toEqual([line, expect.stringContaining(fix)]);
});

test('too many rules are one mistake', () => {
  const rules = Array.from(
    { length: 21 },
    (_, index) => `  - { every: month, first: 2026-12-02, versions: '${index}.{n}' }`,
  );
  const prepared = read(`releases:\n${rules.join('\n')}\n`);
  expect('problems' in prepared && prepared.problems.map(({ code }) => code)).toEqual(['too-many-rules']);
});

test('as many releases as nobody needs are one mistake', () => {
  const rules = Array.from(
    { length: 10 },
    (_, index) => `  - { every: week, first: 2020-01-06, versions: '${index}.{n}', ahead: 24 }`,
  );
  const prepared = read(`cycle: { weeks: 30, release-week: 30 }\nreleases:\n${rules.join('\n')}\n`);
  expect('problems' in prepared && prepared.problems.map(({ code }) => code)).toEqual(['too-many-releases']);
});

/** `version lead` of the releases that have not ended. */
function leadsOn(text: string, today: string): string[] {
  return releasesOn(text, today)
    .filter(({ end }) => end >= day(today))
    .map(({ version, roles }) => `${version} ${roles['lead']?.join('+')}`);
}

test('turns are counted from the last that is written, however long ago that was', () => {
  const text = `${FOUR_WEEKS}people: { bob: { away: [{ from: 2027-05-01, to: 2027-05-31 }] } }
roles:
  lead: { rotation: { through: [alice, bob, carol], turns: { '2026.12': alice } } }
releases:
  - { every: monthly first wednesday, first: 2026-12-02, versions: '{yyyy}.{m}', skip: ['2027.2'] }
`;
  expect(leadsOn(text, '2026-12-01').slice(0, 3)).toEqual(['2026.12 alice', '2027.1 bob', '2027.3 carol']);
  // Bob is away in the cycles of 2027.5 and 2027.6, and has the next turn.
  expect(leadsOn(text, '2027-05-10').slice(0, 3)).toEqual(['2027.6 alice', '2027.7 bob', '2027.8 carol']);
  expect(leadsOn(text, '2027-04-10').slice(0, 2)).toEqual(['2027.4 alice', '2027.5 carol']);
  const known = new Map<string, string>();
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 700 }), (offset) => {
      for (const line of leadsOn(text, addDays(day('2026-12-01'), offset))) {
        const [version = '', lead = ''] = line.split(' ');
        expect(`${version} ${known.get(version) ?? lead}`).toBe(line);
        known.set(version, lead);
      }
    }),
    { numRuns: 60 },
  );
});

test('a release that falls on a day off goes to a working day, and keeps the version of its planned day', () => {
  const text = `${FOUR_WEEKS}holidays: [2027-02-01, 2027-03-31]
releases:
  - { every: monthly last day, first: 2026-12-31, versions: '{yyyy}.{m}', shift: next working day }
  - { version: '2027.4', release: 2027-05-01 }
`;
  expect(listed(text, '2027-01-20')).toEqual([
    '2026.12 2026-12-31',
    // A Sunday, and the Monday behind it is a holiday.
    '2027.1 2027-02-02',
    '2027.2 2027-03-01',
    '2027.3 2027-04-01',
    // What is written stands.
    '2027.4 2027-05-01',
  ]);
  const back = text.replace('next working', 'previous working');
  expect(listed(back, '2027-01-20')[1]).toBe('2027.1 2027-01-29');
});

test('rules that share a rotation are counted together, and no turn hangs on the day of the run', () => {
  const text = `${FOUR_WEEKS}kinds:
  patch: { cycle: { weeks: 2, release-week: 2, weeks-after: 0 } }
  fix: { roles: { lead: [dave] } }
roles:
  lead: { rotation: { through: [alice, bob, carol], turns: { '18.0': alice } } }
releases:
  - { every: monthly third thursday, first: 2026-05-21, until: 2027-04-30, versions: '18.{n}' }
  - { every: monthly third thursday, first: 2027-05-20, versions: '19.{n}' }
  - { every: 6 weeks, first: 2026-06-03, versions: 'p{n}', kind: patch }
  - { every: 5 weeks, first: 2026-06-10, versions: 'f{n}', kind: fix }
`;
  const known = new Map<string, string>();
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 800 }), (offset) => {
      for (const line of leadsOn(text, addDays(day('2026-05-01'), offset))) {
        const [version = '', lead = ''] = line.split(' ');
        expect(`${version} ${known.get(version) ?? lead}`).toBe(line);
        known.set(version, lead);
      }
    }),
    { numRuns: 60 },
  );
  expect(leadsOn(text, '2027-04-20').length).toBeGreaterThan(3);
});
