// Who has a role that people take in turn, release by release.
import * as fc from 'fast-check';
import { PRESETS } from '../../src/config/presets.ts';
import { loadConfig } from '../../src/config/load-config.ts';
import { addDays, day } from '../../src/domain/day.ts';
import type { Release } from '../../src/domain/release.ts';
import { DUTY_SECTIONS } from '../../src/duties/index.ts';
import { buildReleases } from '../../src/schedule/build-release.ts';
import { isAwayInTerm } from '../../src/schedule/rotation/away-in-term.ts';

const RELEASES = `releases:
  - { version: 1.30.0, release: 2026-03-03 }
  - { version: 1.31.0, release: 2026-06-02 }
  - { version: 1.32.0, release: 2026-09-01 }
  - { version: 1.33.0, release: 2026-12-01 }
`;

const CYCLE = 'cycle: { weeks: 6, release-week: 6, weeks-after: 0 }\n';

function rotation(turns = '1.30.0: alice', people = 'alice, bob, carol'): string {
  return `roles: { lead: { rotation: { through: [${people}], turns: { ${turns} } } } }\n${CYCLE}`;
}

interface Read {
  readonly releases: readonly Release[];
  readonly problems: readonly string[];
}

function read(text: string): Read {
  const loaded = loadConfig(text, { sections: DUTY_SECTIONS, presets: PRESETS });
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems));
  const built = buildReleases(loaded.config.schedule);
  const located = built.problems.map(loaded.locate);
  return {
    releases: built.releases,
    problems: located.map(({ line, code, message, fix }) => `${line} ${code} ${message} ${fix}`),
  };
}

/** `alice bob carol alice`; `-` for nobody. */
function leads(text: string): string {
  return read(text)
    .releases.map(({ roles }) => roles['lead']?.join('+') ?? '')
    .map((names) => (names === '' ? '-' : names))
    .join(' ');
}

/** Days off around the release day of 1.31.0. */
function away(...logins: readonly string[]): string {
  const days = '{ away: [{ from: 2026-05-31, to: 2026-06-03 }] }';
  return `people: { ${logins.map((login) => `${login}: ${days}`).join(', ')} }\n`;
}

test.each([
  ['each release has the next one', rotation() + RELEASES, 'alice bob carol alice'],
  [
    'the order of the config does not count',
    `${rotation()}releases:
  - { version: 1.31.0, release: 2026-06-02 }
  - { version: 1.30.0, release: 2026-03-03 }
`,
    'bob alice',
  ],
  [
    'who is away is passed over and has the next turn',
    away('bob') + rotation() + RELEASES,
    'alice carol bob alice',
  ],
  ['so do two', away('bob', 'carol') + rotation() + RELEASES, 'alice alice bob carol'],
  ['a login means the same in capitals', away('Bob') + rotation() + RELEASES, 'alice carol bob alice'],
  [
    'where everybody is away, nobody has it, and the turns go on behind it',
    away('alice', 'bob', 'carol') + rotation() + RELEASES,
    'alice - bob carol',
  ],
  [
    'a turn that is written down stays, whatever vacation comes later',
    away('bob') + rotation('1.30.0: alice, 1.31.0: bob') + RELEASES,
    'alice bob carol alice',
  ],
  [
    'turns of releases that are gone count',
    rotation('1.28.0: alice, 1.29.0: bob, 1.30.0: carol') + RELEASES,
    'carol alice bob carol',
  ],
  [
    'only the last turn of each person counts',
    rotation('1.28.0: carol, 1.29.0: alice, 1.30.0: carol') + RELEASES,
    'carol bob alice carol',
  ],
  [
    'somebody who left the rotation keeps the turns they had',
    rotation('1.30.0: dave') + RELEASES,
    'dave alice bob carol',
  ],
  [
    'people named for a release have it, and shift nobody',
    rotation() + RELEASES.replace('2026-06-02 }', '2026-06-02, roles: { lead: [dave, erin] } }'),
    'alice dave+erin carol alice',
  ],
  [
    'an empty list means nobody',
    rotation() + RELEASES.replace('2026-06-02 }', '2026-06-02, roles: { lead: [] } }'),
    'alice - carol alice',
  ],
  [
    'a team of the config takes turns',
    `teams: { release: { github: acme/release, people: [alice, bob] } }
roles: { lead: { rotation: { team: release, turns: { 1.30.0: bob } } } }
${CYCLE}${RELEASES}`,
    'bob alice bob alice',
  ],
  [
    'a kind with turns of its own has its own line',
    `${rotation()}kinds:
  minor: {}
  patch: { roles: { lead: { rotation: { through: [erin, frank], turns: { 1.31.0: erin } } } } }
${RELEASES.replace('2026-06-02', '2026-06-02, kind: patch').replace('2026-12-01', '2026-12-01, kind: patch')}`,
    'alice erin bob frank',
  ],
  [
    'the kinds that inherit turns share them',
    `${rotation()}kinds: { minor: { labels: [a] }, patch: {} }
${RELEASES.replace('2026-06-02', '2026-06-02, kind: patch').replace('2026-09-01', '2026-09-01, kind: minor')}`,
    'alice bob carol alice',
  ],
  [
    'a kind can name its people instead',
    `${rotation()}kinds: { patch: { roles: { lead: [dave] } } }
${RELEASES.replace('2026-06-02', '2026-06-02, kind: patch')}`,
    'alice dave carol alice',
  ],
  [
    'turns over the people of a preset go before them',
    `extends: [kubernetes-comms]
roles: { lead: { rotation: { through: [alice, bob], turns: { v1: alice } } } }
releases: [{ version: v1, release: 2026-03-03 }]
`,
    'alice',
  ],
])('%s', (_, text, expected) => {
  expect(leads(text)).toBe(expected);
});

test('tasks belong to those whose turn it is', () => {
  const { releases } = read(
    `${rotation()}tasks: [{ id: build, title: Build, role: lead, due: release }]\n${RELEASES}`,
  );
  expect(releases.map(({ tasks }) => tasks[0]?.holders)).toEqual([['alice'], ['bob'], ['carol'], ['alice']]);
});

test('a config without turns has no terms', () => {
  const { releases } = read(`roles: { lead: [alice] }\n${RELEASES}`);
  expect(releases.map((one) => 'terms' in one)).toEqual([false, false, false, false]);
});

test('the oldest release needs a written turn: without it, nobody knows who has the later ones', () => {
  const gone = RELEASES.replace(/ {2}- \{ version: 1.30.0.*\n/, '');
  expect(read(rotation() + gone).problems).toEqual([
    '1 unknown-turn The rotation of the role "lead" does not say whose turn 1.31.0 is, the oldest release that takes part. Add who has it to "turns", and keep the others: "1.31.0: LOGIN".',
  ]);
  expect(
    read(`roles: { lead: { rotation: { through: [bob, alice] } } }\n${CYCLE}${RELEASES}`).problems,
  ).toEqual([
    '1 unknown-turn The rotation of the role "lead" does not say whose turn 1.30.0 is, the oldest release that takes part. Add who has it to the rotation: "turns: { 1.30.0: bob }".',
  ]);
});

test('a release that nobody can have is a warning at its rotation', () => {
  expect(read(away('alice', 'bob', 'carol') + rotation() + RELEASES).problems).toEqual([
    '2 nobodys-turn Nobody has the role "lead" in 1.31.0: everybody in the rotation is away too long. Name somebody: "roles: { lead: [LOGIN] }" at the release.',
  ]);
});

test('each release knows who comes next, and who came before', () => {
  const { releases } = read(away('bob') + rotation('1.29.0: carol, 1.30.0: alice') + RELEASES);
  const [first, second, , last] = releases.map(({ terms }) => terms?.[0]);
  expect(first).toMatchObject({
    before: { version: '1.29.0', people: ['carol'] },
    ahead: [
      { version: '1.31.0', people: ['carol'] },
      { version: '1.32.0', people: ['bob'] },
    ],
    nextTurn: { version: '1.31.0', login: 'carol' },
  });
  expect(second?.before).toEqual({ version: '1.30.0', people: ['alice'], end: '2026-03-08' });
  expect(last).toMatchObject({ ahead: [] });
  expect(last?.nextTurn).toBeUndefined();
});

const START = day('2026-01-05');
const RELEASE_DAY = day('2026-02-10');

test.each([
  ['no days off', [], false],
  ['release day', [['2026-02-10', '2026-02-10']], true],
  ['the day after', [['2026-02-11', '2026-03-11']], false],
  ['the days before week 1', [['2025-12-01', '2026-01-04']], false],
  ['a week of vacation', [['2026-01-10', '2026-01-18']], false],
  ['six working days', [['2026-01-19', '2026-01-26']], true],
  ['six working days with a holiday', [['2026-01-14', '2026-01-21']], false],
  ['the first week and the weekend before', [['2025-12-20', '2026-01-11']], false],
  [
    'three days twice',
    [
      ['2026-01-05', '2026-01-07'],
      ['2026-01-26', '2026-01-28'],
    ],
    true,
  ],
  [
    'the same week twice',
    [
      ['2026-01-05', '2026-01-09'],
      ['2026-01-06', '2026-01-08'],
    ],
    false,
  ],
] as const)('away for %s: %s', (_, off, expected) => {
  const days = off.map(([from, to]) => ({ from: day(from), to: day(to) }));
  const term = { start: START, release: RELEASE_DAY };
  expect(isAwayInTerm(days, term, [day('2026-01-15')])).toBe(expected);
});

const LOGINS = ['alice', 'bob', 'carol', 'dave'];

const worlds = fc.record({
  gaps: fc.array(fc.integer({ min: 7, max: 120 }), { minLength: 2, maxLength: 8 }),
  off: fc.array(
    fc.record({
      who: fc.integer({ min: 0, max: 3 }),
      from: fc.integer({ min: 0, max: 800 }),
      long: fc.integer({ min: 0, max: 40 }),
    }),
    { maxLength: 12 },
  ),
  named: fc.array(fc.integer({ min: 0, max: 8 }), { maxLength: 2 }),
  gone: fc.integer({ min: 1, max: 7 }),
});

interface World {
  readonly gaps: readonly number[];
  readonly off: readonly { readonly who: number; readonly from: number; readonly long: number }[];
  readonly named: readonly number[];
}

/** A config of these releases from the `first` on. */
function written({ gaps, off, named }: World, turns: readonly string[], first: number): string {
  const releases = gaps.map((_, index) => {
    const days = gaps.slice(0, index + 1).reduce((sum, gap) => sum + gap, 0);
    const roles = named.includes(index) ? ', roles: { lead: [erin] }' : '';
    return `  - { version: 1.${index}.0, release: ${addDays(START, days)}${roles} }`;
  });
  const people = LOGINS.map((login, who) => {
    const days = off
      .filter((one) => one.who === who)
      .map(({ from, long }) => `{ from: ${addDays(START, from)}, to: ${addDays(START, from + long)} }`);
    return `${login}: { away: [${days.join(', ')}] }`;
  });
  return `people: { ${people.join(', ')} }
${rotation(turns.join(', '), LOGINS.join(', '))}releases:
${releases.slice(first).join('\n')}
`;
}

test('who has a release does not change when older ones are taken out', () => {
  fc.assert(
    fc.property(worlds, ({ gone, ...world }) => {
      const all = read(written(world, ['1.0.0: alice'], 0)).releases;
      const first = Math.min(gone, all.length - 1);
      // One after the other, with the turn that the handoff of each says to write down.
      const turns = ['1.0.0: alice'];
      for (const { terms } of all.slice(0, first)) {
        const next = terms?.[0]?.nextTurn;
        // Where everybody is away there is no turn to write down.
        fc.pre(next !== undefined);
        if (next === undefined) return;
        turns.push(`${next.version}: ${next.login}`);
      }
      const rest = read(written(world, turns, first));
      expect(rest.problems.filter((problem) => problem.includes('unknown-turn'))).toEqual([]);
      expect(rest.releases.map(({ roles }) => roles['lead'])).toEqual(
        all.slice(first).map(({ roles }) => roles['lead']),
      );
      // Without it the config is refused, and nobody gets a role by mistake.
      const silent = written(world, ['1.0.0: alice'], first);
      expect(read(silent).problems.some((problem) => problem.includes('unknown-turn'))).toBe(true);
    }),
    { numRuns: 150 },
  );
});

test('who is away has no release, and nobody has two turns while others wait', () => {
  fc.assert(
    fc.property(worlds, ({ gone: _gone, ...world }) => {
      const { releases } = read(written({ ...world, named: [] }, ['1.0.0: alice'], 0));
      for (const { roles, start, release } of releases.slice(1)) {
        const who = LOGINS.indexOf(roles['lead']?.[0] ?? '');
        const days = world.off
          .filter((one) => one.who === who)
          .map(({ from, long }) => ({ from: addDays(START, from), to: addDays(START, from + long) }));
        expect(isAwayInTerm(days, { start, release }, [])).toBe(false);
      }
      if (world.off.length > 0) return;
      expect(releases.map(({ roles }) => roles['lead']?.[0])).toEqual(
        releases.map((_, index) => LOGINS[index % LOGINS.length]),
      );
    }),
    { numRuns: 150 },
  );
});
