// How other repositories of a release stand: what counts, what is said of it, and that unread is never green.
import type { Elsewhere, SeenRepository, UnreadReason } from '../../../src/domain/elsewhere.ts';
import type { Instant } from '../../../src/domain/day.ts';
import type { OtherRepository } from '../../../src/domain/other-repository.ts';
import type { Publication } from '../../../src/domain/observed.ts';
import type { Release } from '../../../src/domain/release.ts';
import { reportConfig } from '../../../src/duties/report/config.ts';
import { elsewhereDuty } from '../../../src/duties/report/elsewhere/index.ts';
import { DUTIES } from '../../../src/duties/index.ts';
import { standingRows } from '../../../src/duties/rows.ts';
import { countOf } from '../../../src/standing/figures.ts';
import { renderStand } from '../../../src/standing/render-stand.ts';
import { standOf } from '../../../src/standing/stand.ts';
import { RELEASE, inputOf } from '../approvals/world.ts';
import { at } from '../../support/world.ts';

const NOW = at('2026-10-27T10:00:00Z');
const AFTER = at('2026-11-26T10:00:00Z');
const HOSTILE = 'x | <b>y</b> @alice --> [z](https://evil.example)';

const CLI: OtherRepository = {
  name: 'acme/cli',
  branches: ['release-1.14'],
  tags: ['1.14.0'],
  after: ['acme/core'],
};

const known = <T>(value: T) => ({ known: true, value }) as const;

const out = (missing?: Publication['missing']): Publication => {
  return { version: '1.14.0', published: missing === undefined, missing, url: '' };
};

function seen(more: Partial<SeenRepository> = {}): SeenRepository {
  return {
    name: 'acme/cli',
    url: 'https://github.com/acme/cli',
    isPrivate: false,
    labels: known(['release-blocker']),
    blockers: known([]),
    pulls: known([]),
    branches: known([{ name: 'release-1.14', state: 'green', failing: [] }]),
    publications: known([out('tag')]),
    defaultBranch: 'main',
    ...more,
  };
}

const core = { name: 'acme/core', branches: [], tags: ['1.14.0'], after: [] };

interface Case {
  readonly found?: Elsewhere['repositories'];
  readonly repositories?: readonly OtherRepository[];
  readonly own?: Elsewhere['own'];
  readonly now?: Instant;
  readonly releases?: readonly Release[];
}

function ask({
  found = [seen()],
  repositories = [CLI],
  own = known([out('tag')]),
  now = NOW,
  releases,
}: Case = {}) {
  const release = { ...RELEASE, repositories };
  const input = { ...inputOf({ releases: releases ?? [release] }), now, config: reportConfig.parse({}) };
  const observed = { elsewhere: { own, repositories: found } };
  const answer = elsewhereDuty.desire({ ...input, observed });
  const { standing = [], lacks = [] } = answer;
  const heard = DUTIES.map(({ name, title }) => ({
    name,
    title,
    ...(name === 'repositories' ? { lacks } : {}),
  }));
  const rows = standingRows(DUTIES);
  const stand = standOf({ release, standing, heard, rows, teams: [], now });
  const [section] = answer.desired.flatMap((one) => (one.kind === 'section' ? [one.text] : []));
  const count = (kind: string) => countOf(kind, { standing, heard, rows });
  return {
    standing,
    lacks,
    stand,
    section: section ?? '',
    count,
    text: renderStand(stand, { lines: 9, characters: 9000 }),
  };
}

test('what is read whole and has nothing in the way is green', () => {
  const { stand, section, standing } = ask();
  expect([stand.state, standing]).toEqual(['green', []]);
  expect(section).toContain(
    '| [acme/cli](<https://github.com/acme/cli>) | Green | 0 | 0 | pass | no tag yet | acme/core (no tag yet) |',
  );
});

test('blockers, failing checks and pull requests of the release count, those of another release not', () => {
  const { standing, text, count, section } = ask({
    found: [
      seen({
        blockers: known([
          { number: 3, title: HOSTILE, milestone: '1.14.0', assignees: [], createdAt: 0 as Instant },
          { number: 4, title: 'No milestone', assignees: ['bob'], createdAt: 0 as Instant },
          { number: 5, title: 'Later', milestone: '1.15.0', assignees: [], createdAt: 0 as Instant },
        ]),
        pulls: known([
          { number: 6, title: HOSTILE, base: 'release-1.14' },
          { number: 7, title: 'By milestone', base: 'main', milestone: RELEASE.title },
          { number: 8, title: 'Other', base: 'main' },
        ]),
        branches: known([{ name: 'release-1.14', state: 'red', failing: ['e2e | `x`', 'a', 'b', 'c'] }]),
      }),
    ],
  });
  expect(standing.map(({ key, severity, count: n }) => [key, severity, n])).toEqual([
    ['blocker/acme/cli/3', 'red', undefined],
    ['blocker/acme/cli/4', 'red', undefined],
    ['branch/acme/cli/release-1.14', 'red', undefined],
    ['pulls/acme/cli', 'amber', 2],
  ]);
  expect(count('blocker')).toBe(2);
  expect(text).toContain('2 blockers, 1 failing branch of another repository and 2 pull requests in other');
  expect(text).toContain(
    '(<https://redirect.github.com/acme/cli/issues/3>) x \\| &lt;b&gt;y&lt;/b&gt; @&#8203;alice --&gt; \\[z\\](https:&#8203;//evil.example)',
  );
  expect(text).toContain("`e2e \\| 'x'`, `a`, `b`, and 1 more");
  expect(text).not.toContain('//github.com/acme/cli/issues/');
  expect(section).toContain('| Red | [2](');
});

test('of what not everybody may read, only numbers are said', () => {
  const { text, section } = ask({
    found: [
      seen({
        isPrivate: true,
        blockers: known([{ number: 3, assignees: [], createdAt: 0 as Instant }]),
        pulls: known([{ number: 6, base: 'release-1.14' }]),
      }),
    ],
  });
  expect(text).toContain('acme/cli](<https://github.com/acme/cli>): 1 blocker;');
  expect(text).toContain(': 1 open pull request;');
  expect(`${text}${section}`).not.toMatch(/[/#](?:3|6)\b/);
});

const REASONS: readonly UnreadReason[] = [
  'missing',
  'suspended',
  'refused',
  'limit',
  'moved',
  'private',
  'failed',
  'unasked',
];

test.each(REASONS)('one that is %s is named with what to do, never green, and has no number', (reason) => {
  const { stand, section, text, count, lacks } = ask({
    found: [{ name: 'ACME/CLI', reason, why: 'HTTP 502', movedTo: 'acme/tool' }],
  });
  expect(stand.state).toBe('unknown');
  expect(text).toContain('**Unknown:** nothing found before');
  expect(text).toContain('**Not known:** acme/cli could not be read: ');
  expect(section).toContain('| acme/cli | Unknown | unknown | unknown | unknown | unknown |');
  expect(section).toMatch(/\.$/);
  expect(`${text}${section}`).not.toContain('Green');
  expect(count('blocker')).toBeUndefined();
  expect(lacks[0]?.fix).toMatch(/^[A-Zr].+\.$/);
});

test('one that nobody asked about is unknown as well', () => {
  expect(ask({ found: [] }).stand.state).toBe('unknown');
});

test.each(['labels', 'blockers', 'pulls', 'branches', 'publications'] as const)(
  'hidden %s make it unknown',
  (part) => {
    const { stand, section } = ask({ found: [seen({ [part]: { known: false, why: 'HTTP 502' } })] });
    expect(stand.state).toBe('unknown');
    expect(section).toContain('| Unknown |');
  },
);

test.each([
  [
    { branches: known([{ name: 'release-1.14', state: 'missing' as const, failing: [] }]) },
    'acme/cli has no branch release-1.14',
  ],
  [
    { branches: known([{ name: 'release-1.14', state: 'none' as const, failing: [] }]) },
    'nothing ran on the branch release-1.14 of acme/cli yet',
  ],
  [{ labels: known([]) }, 'acme/cli has none of the labels of blockers'],
])('what is not watched there is named, and not green: case %#', (more, why) => {
  const { stand, lacks, section } = ask({ found: [seen(more)] });
  expect(stand.state).toBe('unwatched');
  expect(lacks.map((lack) => lack.why)).toEqual([why]);
  expect(section).toContain('| Not watched |');
});

test('a tag before that of what comes before it is red, and so is a missing one once release day is over', () => {
  const early = ask({ found: [seen({ publications: known([out('release')]) })] });
  expect(early.standing.map(({ text }) => text)).toEqual([
    'acme/core has no tag of 1.14.0, and acme/cli, which is released after it, has one',
  ]);
  const inOrder = ask({ found: [seen({ publications: known([out('release')]) })], own: known([out()]) });
  expect(inOrder.standing).toEqual([]);
  expect(inOrder.section).toContain('| tagged | acme/core (tagged) |');
  const draft = ask({ found: [seen({ publications: known([out()]) })], own: known([out('draft')]) });
  expect(draft.standing).toEqual([]);
  const late = ask({ now: AFTER });
  expect(late.standing.map(({ text }) => text)).toEqual([
    'acme/cli has no tag of 1.14.0, and release day is over',
  ]);
  expect(ask({ now: AFTER, repositories: [{ ...CLI, branches: [] }] }).standing).toEqual([]);
});

test('the worst comes first, and a repository is asked about once', () => {
  const green = seen({ name: 'acme/core', url: 'https://github.com/acme/core' });
  const { section } = ask({
    found: [green, seen({ pulls: known([{ number: 1, title: 'One', base: 'release-1.14' }]) })],
    repositories: [core, CLI],
  });
  expect(section.indexOf('[acme/cli]')).toBeLessThan(section.indexOf('[acme/core]'));
  const release = { ...RELEASE, repositories: [core, CLI] };
  const next = {
    ...release,
    version: '1.15.0',
    repositories: [{ ...CLI, name: 'Acme/CLI', branches: ['release-1.15'], tags: ['1.15.0'] }],
  };
  const input = { ...inputOf({ releases: [release, next] }), now: NOW, config: reportConfig.parse({}) };
  expect(elsewhereDuty.asks(input)).toEqual({
    elsewhere: [
      { name: 'acme/core', labels: ['release-blocker'], branches: [], versions: ['1.14.0'] },
      {
        name: 'acme/cli',
        labels: ['release-blocker'],
        branches: ['release-1.14', 'release-1.15'],
        versions: ['1.14.0', '1.15.0'],
      },
    ],
    publications: ['1.15.0'],
  });
});

test('a release without other repositories says nothing, and asks for nothing', () => {
  const plain = ask({ releases: [RELEASE] });
  expect([plain.section, plain.standing, plain.lacks]).toEqual(['', [], []]);
  expect(
    elsewhereDuty.asks({ ...inputOf({ releases: [RELEASE] }), now: NOW, config: reportConfig.parse({}) }),
  ).toEqual({
    elsewhere: [],
    publications: [],
  });
});
