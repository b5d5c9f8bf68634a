// Kinds of releases: what each has over the top of the config, and at which line what is wrong with it stands.
import { loadConfig } from '../../src/config/load-config.ts';
import { mergedYaml } from '../../src/config/merged-yaml.ts';
import { PRESETS } from '../../src/config/presets.ts';
import type { Problem } from '../../src/domain/problem.ts';
import type { Release } from '../../src/domain/release.ts';
import { DUTY_SECTIONS } from '../../src/duties/index.ts';
import { buildReleases } from '../../src/schedule/build-release.ts';
import { goodConfig } from './sample.ts';

const GIVEN = { sections: DUTY_SECTIONS, presets: PRESETS };

const TOP = `timezone: Europe/Berlin
roles: { lead: [alice], shadow: [bob] }
cycle:
  weeks: 6
  release-week: 5
  phases: [{ name: Work, from: 1, to: R }]
milestones:
  freeze: { on: release - 2 weeks, title: Freeze, who: Everybody, weekday: tuesday, because: 'a fair' }
  rc1: { on: release - 1 week, kind: rc }
tasks:
  - { id: theme, title: Settle the theme, role: lead, week: 1, labels: [area/plan], notes: Long. }
  - { id: meet, title: Meet, role: shadow, due: freeze - 1 week, every: 1 week, until: release }
  - { id: post, title: Write the post, role: lead, due: release - 1 day }
`;

const KINDS = `kinds:
  minor:
  patch:
    cycle: { weeks: 2, release-week: 2, weeks-after: 0 }
    milestones:
      freeze: release - 2 days
      rc1: { remove: yes }
    tasks:
      - { id: theme, remove: yes }
      - { id: meet, due: release - 3 days, until: release }
      - { id: post, title: Write a short post }
      - { id: pick, title: Pick the fixes, role: lead, week: 1 }
    labels: [kind/patch]
  security:
    extends: patch
    roles: { lead: [dave] }
    tasks: [{ id: post, role: shadow, due: release }]
    labels: [kind/security]
`;

function built(text: string): ReadonlyMap<string, Release> {
  const { config, warnings } = goodConfig(text, GIVEN);
  expect(warnings).toEqual([]);
  const { releases, problems } = buildReleases(config.schedule);
  expect(problems).toEqual([]);
  return new Map(releases.map((release) => [release.version, release]));
}

/** Title, day and people of every task; day and words of every milestone. */
function seen(release: Release | undefined) {
  return {
    weeks: release?.weeks.map(({ phase }) => phase),
    milestones: release?.milestones.map(({ id, day, title, who, because }) => [id, day, title, who, because]),
    tasks: release?.tasks.map(({ id, title, due, holders }) => [id, title, due, holders.join()]),
    labels: release?.labels,
  };
}

const RELEASES = `releases:
  - { version: '1.0', release: 2026-11-24 }
  - { version: '1.1', kind: minor, release: 2026-11-24 }
  - { version: '1.0.1', kind: patch, release: 2026-11-24 }
  - { version: '1.0.2', kind: security, release: 2026-11-24 }
`;

test('a kind has what stands at the top, then what it extends, then its own', () => {
  const releases = built(`${TOP}${KINDS}${RELEASES}`);
  expect(seen(releases.get('1.0.1'))).toEqual({
    weeks: [undefined, undefined],
    milestones: [
      ['freeze', '2026-11-22', 'Freeze', 'Everybody', undefined],
      ['release', '2026-11-24', 'Release day', undefined, undefined],
    ],
    tasks: [
      ['pick', 'Pick the fixes', '2026-11-20', 'alice'],
      ['meet.2026-w47', 'Meet', '2026-11-21', 'bob'],
      ['post', 'Write a short post', '2026-11-23', 'alice'],
    ],
    labels: ['kind/patch'],
  });
  expect(seen(releases.get('1.0.2'))).toMatchObject({
    tasks: [
      ['pick', 'Pick the fixes', '2026-11-20', 'dave'],
      ['meet.2026-w47', 'Meet', '2026-11-21', 'bob'],
      ['post', 'Write a short post', '2026-11-24', 'bob'],
    ],
    labels: ['kind/security'],
  });
  expect(releases.get('1.0.2')?.roles).toEqual({ lead: ['dave'], shadow: ['bob'] });
});

test('a kind that extends a preset has its plan alone, and the people of the top', () => {
  const releases = built(`extends: basic
roles: { lead: [alice] }
tasks: [{ id: swag, title: Order the swag, week: 1 }]
kinds:
  patch: { extends: patch-train }
  hotfix: { extends: patch }
releases:
  - { version: 1.0.1, kind: patch, release: 2026-11-24 }
  - { version: 1.0.2, kind: hotfix, release: 2026-12-08 }
`);
  const alone = built(`extends: patch-train
roles: { lead: [alice] }
releases: [{ version: 1.0.1, release: 2026-11-24 }, { version: 1.0.2, release: 2026-12-08 }]
`);
  for (const version of ['1.0.1', '1.0.2'])
    expect(seen(releases.get(version))).toEqual(seen(alone.get(version)));
});

test('variables of a kind go before those of the top, and those of a release before them', () => {
  const releases = built(`vars: { channel: '#release', room: A1 }
tasks: [{ id: tell, title: 'Tell {channel} in {room}', due: release }]
kinds:
  minor: { vars: { channel: '#minor' } }
  preset: { extends: patch-train, tasks: [{ id: tell, title: 'Tell {channel} in {room}', due: release }] }
releases:
  - { version: '1.0', release: 2026-11-24 }
  - { version: '1.1', kind: minor, release: 2026-12-08 }
  - { version: '1.2', kind: minor, release: 2026-12-15, vars: { channel: '#one-two' } }
  - { version: '1.3', kind: preset, release: 2026-12-22 }
`);
  const titles = [...releases.values()].map(({ tasks }) => tasks.find(({ id }) => id === 'tell')?.title);
  expect(titles).toEqual([
    'Tell #release in A1',
    'Tell #minor in A1',
    'Tell #one-two in A1',
    'Tell #release in A1',
  ]);
});

test('a kind that says nothing, and a config whose kinds nobody uses, are as without kinds', () => {
  const releases = built(`${TOP}${KINDS}${RELEASES}`);
  const { version: _, title: __, ...plain } = releases.get('1.0') ?? {};
  const { version: ___, title: ____, ...minor } = releases.get('1.1') ?? {};
  expect(minor).toEqual(plain);
  const without = built(`${TOP}${RELEASES.split('\n').slice(0, 2).join('\n')}\n`);
  expect(without.get('1.0')).toEqual(releases.get('1.0'));
});

test('a release adds, changes and takes away tasks, roles and milestones over its kind', () => {
  const releases = built(`${TOP}${KINDS}releases:
  - version: '1.0.1'
    kind: patch
    release: 2026-11-24
    roles: { shadow: [carol] }
    milestones:
      freeze: { remove: yes }
      demo: 2026-11-19
    tasks:
      - { id: pick, due: demo }
      - { id: meet, remove: yes }
      - { id: gift, title: Buy a gift, week: 1 }
  - { version: '1.0.2', kind: patch, release: 2026-12-08 }
`);
  expect(seen(releases.get('1.0.1'))).toMatchObject({
    milestones: [
      ['demo', '2026-11-19', 'Demo', undefined, undefined],
      ['release', '2026-11-24', 'Release day', undefined, undefined],
    ],
    tasks: [
      ['pick', 'Pick the fixes', '2026-11-19', 'alice'],
      ['gift', 'Buy a gift', '2026-11-20', ''],
      ['post', 'Write a short post', '2026-11-23', 'alice'],
    ],
    labels: ['kind/patch'],
  });
  expect(releases.get('1.0.1')?.roles).toEqual({ lead: ['alice'], shadow: ['carol'] });
  expect(seen(releases.get('1.0.2')).tasks).toHaveLength(3);
});

test("a milestone of a release takes title and people from its kind's", () => {
  const releases = built(`${TOP}kinds:
  patch: { milestones: { freeze: { on: release - 3 days, title: Last picks } } }
releases:
  - { version: '1.0.1', kind: patch, release: 2026-11-24, milestones: { freeze: 2026-11-18 } }
`);
  expect(seen(releases.get('1.0.1')).milestones?.[1]).toEqual([
    'freeze',
    '2026-11-18',
    'Last picks',
    'Everybody',
    undefined,
  ]);
});

test('a kind can extend presets; the people of the top keep their roles', () => {
  const releases = built(`roles: { lead: [alice] }
kinds:
  minor: { extends: basic }
  patch: { extends: patch-train }
  hotfix: { extends: [patch], tasks: [{ id: list-fixes, remove: yes }] }
releases:
  - { version: 1.2.0, kind: minor, release: 2026-11-24 }
  - { version: 1.1.1, kind: patch, release: 2026-10-06 }
  - { version: 1.1.2, kind: hotfix, release: 2026-10-20 }
`);
  const plain = built(`extends: basic
roles: { lead: [alice] }
releases: [{ version: 1.2.0, release: 2026-11-24 }]
`);
  expect(releases.get('1.2.0')).toEqual(plain.get('1.2.0'));
  expect(releases.get('1.1.1')?.tasks.map(({ id }) => id)).toContain('list-fixes');
  expect(releases.get('1.1.2')?.tasks.map(({ id }) => id)).not.toContain('list-fixes');
  expect(releases.get('1.1.2')?.tasks).toHaveLength((releases.get('1.1.1')?.tasks.length ?? 0) - 1);
  expect(releases.get('1.1.1')?.roles).toEqual({ lead: ['alice'] });
});

test('the merged config says the same', () => {
  const text = `${TOP}${KINDS}${RELEASES}`;
  const merged = mergedYaml(text, PRESETS, Object.keys(DUTY_SECTIONS)).join('\n');
  expect(built(merged)).toEqual(built(text));
});

/** What building tells, located: line, path and code. */
function told(text: string): unknown[] {
  const { config, locate } = goodConfig(text, GIVEN);
  return buildReleases(config.schedule).problems.map((problem: Problem) => {
    const { line, path, code } = locate(problem);
    return [line, path.join('.'), code];
  });
}

test('what a schedule tells stands at the line of the kind, of what it extends, or of the top', () => {
  const text = `milestones:
  rc1: release - 1 week
  rc2: rc3
kinds:
  patch:
    milestones:
      rc1: { on: rc9, title: 'Candidate of {nobody}' }
    tasks:
      - { id: pick, title: Pick, week: 1 }
      - { id: pack, title: Pack, due: rc8 }
  security:
    extends: patch
    tasks:
      - { id: pick, due: rc7 }
releases:
  - { version: '1.0', kind: security, release: 2026-11-24, tasks: [{ id: own, title: Own, due: rc6 }] }
`;
  expect(told(text)).toEqual([
    [7, 'kinds.patch.milestones.rc1', 'unknown-anchor'],
    [3, 'milestones.rc2', 'unknown-anchor'],
    [14, 'kinds.security.tasks.pick.due', 'unknown-anchor'],
    [10, 'kinds.patch.tasks.pack.due', 'unknown-anchor'],
    [16, 'releases.1.0.tasks.own.due', 'unknown-anchor'],
  ]);
});

test('more than fifty kinds are refused before they cost anything', () => {
  const kinds = Array.from({ length: 51 }, (_, index) => `  kind-${index}: {}`);
  const result = loadConfig(['kinds:', ...kinds, 'releases: []', ''].join('\n'), GIVEN);
  expect(result.ok ? [] : result.problems.map(({ line, code }) => [line, code])).toEqual([
    [1, 'too-many-plans'],
  ]);
});

test('a preset can bring kinds, and the file changes them', () => {
  const { config } = goodConfig(
    `extends: trains
kinds: { patch: { labels: [mine] } }
releases: [{ version: '1.0', kind: patch, release: 2026-11-24 }]
`,
    {
      ...GIVEN,
      presets: {
        trains: 'kinds:\n  patch: { tasks: [{ id: pick, title: Pick, week: 1 }], labels: [theirs] }\n',
      },
    },
  );
  const [release] = config.schedule.releases;
  expect(release?.plan).toMatchObject({ labels: ['mine'], tasks: [{ id: 'pick' }] });
});
