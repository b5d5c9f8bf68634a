// Fixes that are merged and that the release branch lacks: when they stand in the way, and of which release.
import type { BranchCommit, BranchPicks, Fix, MergedPull, Pull } from '../../../src/domain/pull.ts';
import { mentionsIn } from '../../../sandbox/mail/mentions.ts';
import { day } from '../../../src/domain/day.ts';
import type { Release } from '../../../src/domain/release.ts';
import { PULL, RELEASE, type Setting, run } from './world.ts';
import { at } from '../../support/world.ts';

const FIX: Fix = {
  number: 12,
  title: 'Mend the login',
  author: { login: 'frank', bot: false },
  base: 'main',
  mergedAt: at('2026-10-20T10:00:00Z'),
  labels: ['needs-cherry-pick'],
  commits: [{ oid: '5f1c2e7a9d', title: 'Mend the login (#12)', authoredAt: at('2026-10-19T08:00:00Z') }],
};

const BRANCH: BranchPicks = { branch: 'release-1.14', merged: [], commits: [] };

interface World extends Setting {
  readonly fix?: Partial<Fix>;
  readonly merged?: BranchPicks['merged'];
  readonly commits?: BranchPicks['commits'];
  readonly there?: boolean;
  readonly since?: string;
}

function outcome({ fix = {}, merged = [], commits = [], there = true, since, ...setting }: World = {}) {
  const branches = there
    ? [{ ...BRANCH, merged, commits, since: since === undefined ? undefined : at(since) }]
    : [];
  const fixes = { fixes: [{ ...FIX, ...fix }], branches, repository: 'acme/demo' };
  return run({ pulls: [], ...setting, fixes });
}

const standing = (world?: World) => outcome(world).standing;

const pick = (change: Partial<Pull>): Pull => ({ ...PULL, base: 'release-1.14', ...change });
let merges = 0;
/** Each later than the one before. */
function mergedAs(...changes: readonly Partial<MergedPull>[]): MergedPull[] {
  return changes.map((change) => {
    merges += 1;
    const mergedAt = (at('2026-10-21T10:00:00Z') + merges * 60_000) as Fix['mergedAt'];
    return { number: 900 + merges, title: 'Mend it', body: '', head: 'mend', mergedAt, ...change };
  });
}
function commit(message: string, change: Partial<BranchCommit> = {}): BranchCommit {
  const time = at('2026-10-22T10:00:00Z');
  return { oid: 'a0b1c2d3e4f5', message, authoredAt: time, committedAt: time, ...change };
}

test('the trailer of an open pull request takes the fix: what is left is its approval', () => {
  const open = pick({ number: 30, messages: ['Mend it\n\n(cherry picked from commit 5f1c2e7)'] });
  expect(standing({ pulls: [open] }).map(({ key }) => key)).toEqual(['pull/30']);
  const other = pick({ number: 30, messages: ['Mend it\n\n(cherry picked from commit 6f1c2e7)'] });
  expect(standing({ pulls: [other] }).map(({ key }) => key)).toEqual(['pull/30', 'fix/12']);
});

test('what it lacks, of which branch, for which milestone, and who took it so far', () => {
  expect(standing()).toEqual([
    {
      release: '1.14.0',
      kind: 'cherry-pick',
      key: 'fix/12',
      severity: 'amber',
      milestone: 'rc1',
      text: '#12 Mend the login, merged into `main` and not cherry-picked to `release-1.14`',
      owner: 'frank',
      asks: ['frank'],
      since: FIX.mergedAt,
    },
  ]);
  expect(standing({ now: '2026-11-20T10:00:00Z' })).toMatchObject([
    { severity: 'red', milestone: 'cherry-pick-deadline' },
  ]);
});

test.each<[string, World, number]>([
  ['a pull request to the branch took it', { merged: mergedAs({ body: 'Cherry-pick of #12.' }) }, 0],
  ['GH-12 at the end of its title', { merged: mergedAs({ title: '[1.14] Mend the door (GH-12)' }) }, 0],
  ['its address', { merged: mergedAs({ body: 'Backport of https://github.com/acme/demo/pull/12' }) }, 0],
  ['its address alone', { merged: mergedAs({ body: 'https://github.com/acme/demo/pull/12' }) }, 0],
  ['the repository with its number', { merged: mergedAs({ body: 'Cherry-picks acme/demo#12 to 1.14' }) }, 0],
  ['a list of what it takes', { merged: mergedAs({ body: 'Cherry-picks:\n\n- #11\n- #12' }) }, 0],
  ['another repository', { merged: mergedAs({ body: 'Cherry-picks other/place#12' }) }, 1],
  ['the address of another repository', { merged: mergedAs({ body: 'https://github.com/a/b/pull/12' }) }, 1],
  ['its commit', { merged: mergedAs({ body: 'Cherry-picked from 5f1c2e7' }) }, 0],
  ['the trailer', { merged: mergedAs({ body: '(cherry picked from commit 5f1c2e7a9d)' }) }, 0],
  ['the trailer in a merge commit', { commits: [commit('Merge\n\n(cherry picked from commit 5f1c2e7)')] }, 0],
  ['the trailer of another commit', { commits: [commit('Mend\n\n(cherry picked from commit 7a9d5f1)')] }, 1],
  ['its commit is on the branch', { commits: [commit('Mend the door', { oid: '5f1c2e7a9d' })] }, 0],
  [
    'a commit of the same title and time',
    { commits: [commit('Mend the login (#12)', { authoredAt: at('2026-10-19T08:00:00Z') })] },
    0,
  ],
  [
    'a commit of the same time alone',
    { commits: [commit('Mend', { authoredAt: at('2026-10-19T08:00:00Z') })] },
    1,
  ],
  ['the name of the branch alone', { merged: mergedAs({ head: 'backport-12-to-release-1.14' }) }, 0],
  ['the branch of a bot', { merged: mergedAs({ head: 'mergify/bp/release-1.14/pr-12' }) }, 0],
  ['a branch with other words', { merged: mergedAs({ head: 'cherry-pick/login-12' }) }, 1],
  [
    'the same title and a mention',
    { merged: mergedAs({ title: '[1.14] Mend the login', body: 'Of #12.' }) },
    0,
  ],
  ['the same title, of which nothing says what it is', { merged: mergedAs({ title: 'Mend the login' }) }, 1],
  ['a passing mention', { merged: mergedAs({ body: 'Related to #12.' }) }, 1],
  ['a mention in a pick of another', { merged: mergedAs({ body: 'Cherry-pick of #11. See also #12.' }) }, 1],
  ['what it depends on', { merged: mergedAs({ body: 'Depends on the backport of #12' }) }, 1],
  ['a follow-up', { merged: mergedAs({ title: 'Mend the door (follow-up to #12)' }) }, 1],
  ['what it does not take', { merged: mergedAs({ body: 'This is not a cherry-pick of #12' }) }, 1],
  ['a list of what is related', { merged: mergedAs({ body: 'Related:\n\n- #12' }) }, 1],
  ['a comment of a template', { merged: mergedAs({ body: '<!-- Cherry-pick of #12 -->' }) }, 1],
  ['code', { merged: mergedAs({ body: '```\nCherry-pick of #12\n```' }) }, 1],
  ['a quote', { merged: mergedAs({ body: '> Cherry-pick of #12\n\nNot this one.' }) }, 1],
  ['a revert of it alone', { merged: mergedAs({ title: 'Revert "Mend the login (#12)"' }) }, 1],
  [
    'picked and reverted by the button',
    {
      merged: mergedAs(
        { number: 30, body: 'Backport of #12' },
        { title: 'Revert "Mend it"', body: 'Reverts acme/demo#30' },
      ),
    },
    1,
  ],
  [
    'picked and reverted under its title',
    {
      merged: mergedAs(
        { number: 30, title: 'Backport of #12' },
        { title: '[1.14] Revert "Backport of #12"' },
      ),
    },
    1,
  ],
  [
    'picked and reverted by the name of the branch',
    {
      merged: mergedAs({ number: 30, body: 'Backport of #12' }, { title: 'Not yet', head: 'revert-30-mend' }),
    },
    1,
  ],
  [
    'picked, and its commit reverted',
    {
      merged: mergedAs({ commit: 'c0ffee0123', body: 'Backport of #12' }),
      commits: [commit('Revert "Mend"\n\nThis reverts commit c0ffee0123.')],
    },
    1,
  ],
  [
    'picked, and reverted by the commit of the fix itself',
    {
      merged: mergedAs({ number: 30, body: 'Backport of #12' }),
      commits: [commit('Revert "Log in"\n\nThis reverts commit 5f1c2e7a9d.')],
    },
    1,
  ],
  [
    'picked, reverted, and picked again',
    {
      merged: mergedAs(
        { number: 30, body: 'Backport of #12' },
        { title: 'Revert "Mend it"', body: 'Reverts #30' },
        { body: 'Backport of #12' },
      ),
    },
    0,
  ],
  [
    'the revert is reverted',
    {
      merged: mergedAs(
        { number: 30, body: 'Backport of #12' },
        { number: 31, title: 'Revert "Mend it"', body: 'Reverts #30' },
        { title: 'Revert "Revert "Mend it""', body: 'Reverts #31' },
      ),
    },
    0,
  ],
  [
    'the name of its branch says so',
    { merged: mergedAs({ head: 'automated-cherry-pick-of-#12-to-1.14' }) },
    0,
  ],
  ['another number', { merged: mergedAs({ body: 'Cherry-pick of #123.' }) }, 1],
  ['one is open', { pulls: [pick({ number: 30, title: 'Cherry-pick of #12', draft: true })] }, 0],
  ['one was closed', { pulls: [pick({ number: 30, title: 'Cherry-pick of #12', state: 'closed' })] }, 1],
  [
    'one that is open has the trailer',
    { pulls: [pick({ number: 30, messages: ['(cherry picked from commit 5f1c2e7)'] })] },
    1,
  ],
  [
    'one that is open reverts it',
    {
      merged: mergedAs({ number: 29, body: 'Pick\n\nBackport of #12' }),
      pulls: [pick({ number: 30, draft: true, title: 'Revert "Mend it"', body: 'Reverts #29' })],
    },
    0,
  ],
  ['one that is open goes elsewhere', { pulls: [{ ...PULL, draft: true, body: 'See #12' }] }, 1],
  ['the branch is not there yet', { there: false }, 0],
  ['it was merged to the branch itself', { fix: { base: 'release-1.14' } }, 0],
  ['it was merged to the branch of another version', { fix: { base: 'release-1.13' } }, 0],
  ['its GitHub milestone names the release', { fix: { milestone: '1.14.0', base: 'release-1.13' } }, 1],
  ['its GitHub milestone names another one', { fix: { milestone: '1.15.0' } }, 0],
  ['it was merged before the cycle', { fix: { mergedAt: at('2026-10-04T23:00:00Z') } }, 0],
  ['the branch is known since it was merged', { since: '2026-10-20T09:00:00Z' }, 1],
  ['the branch is known only since later', { since: '2026-10-20T11:00:00Z' }, 0],
  ['the release has no branch', { releases: [{ ...RELEASE, branch: undefined }] }, 0],
  ['the milestones that count are over', { config: { milestones: ['rc1'] }, now: '2026-11-20T10:00:00Z' }, 1],
  ['the release is out', { now: '2026-11-25T10:00:00Z' }, 0],
])('%s', (_, world, count) => {
  expect(standing(world)).toHaveLength(count);
});

test('the tracking issue names it among the strays, with nothing live in it', () => {
  const fix = { ...FIX, title: '@alice | <b>x</b> #7', base: 'b`c' };
  const { desired, standing: found } = run({ pulls: [], fixes: { fixes: [fix], branches: [BRANCH] } });
  const texts = desired.flatMap((wish) => (wish.kind === 'section' ? [wish.text] : []));
  expect(texts).toEqual([
    "### Needs attention\n\nPull requests that don't fit the release process:\n\n- #12 @&#8203;alice \\| &lt;b&gt;x&lt;/b&gt; #&#8203;7: merged and not cherry-picked to `release-1.14`",
  ]);
  expect(mentionsIn([...texts, ...found.map(({ text }) => text)].join('\n'))).toEqual([]);
});

const WINTER: Release = {
  ...RELEASE,
  version: '1.15.2',
  branch: 'release-1.15',
  release: day('2026-12-15'),
  end: day('2026-12-20'),
};
const LABELS = ['pick/1.14', 'backport release-1.15', 'pick/1.12', 'needs-cherry-pick'];

test.each<[string, readonly string[], readonly string[]]>([
  ['the version of a branch', ['pick/1.14'], ['1.14.0']],
  ['the name of a branch', ['backport release-1.15'], ['1.15.2']],
  ['several', ['pick/1.14', 'backport release-1.15'], ['1.14.0', '1.15.2']],
  ['a branch of no release', ['pick/1.12'], []],
  ['none', ['needs-cherry-pick'], ['1.14.0']],
  ['none, and one', ['needs-cherry-pick', 'backport release-1.15'], ['1.14.0', '1.15.2']],
  ['one that asks for nothing', ['pick/1.15', 'pick/1.14'], ['1.14.0']],
])('a label that names %s', (_, labels, versions) => {
  const other = { branch: 'release-1.15', merged: [], commits: [] };
  const { standing: found } = run({
    pulls: [],
    config: { 'pick-labels': LABELS },
    releases: [RELEASE, WINTER],
    fixes: { fixes: [{ ...FIX, labels }], branches: [BRANCH, other] },
  });
  expect(found.map(({ release }) => release).toSorted()).toEqual(versions);
});

test('a fix that was picked to one branch is still missing on the other', () => {
  const labels = ['pick/1.14', 'backport release-1.15'];
  const other = { branch: 'release-1.15', merged: mergedAs({ body: 'Backport of #12' }), commits: [] };
  const { standing: found } = run({
    pulls: [],
    config: { 'pick-labels': LABELS },
    releases: [RELEASE, WINTER],
    fixes: { fixes: [{ ...FIX, labels }], branches: [BRANCH, other] },
  });
  expect(found.map(({ release }) => release)).toEqual(['1.14.0']);
});

test('a label that names a branch counts only for releases whose cycle had begun', () => {
  const late = { ...RELEASE, start: day('2026-10-25') };
  const setting = { config: { 'pick-labels': LABELS }, releases: [late], fix: { labels: ['pick/1.14'] } };
  expect(standing(setting)).toEqual([]);
});

test('what nobody can tell is not watched', () => {
  expect(outcome({ since: '2026-10-20T11:00:00Z' }).lacks).toMatchObject([
    { release: '1.14.0', kinds: ['cherry-pick'], why: 'it is not known whether release-1.14 has #12' },
  ]);
  expect(
    outcome({ since: '2026-10-20T11:00:00Z', merged: mergedAs({ body: 'Backport of #12' }) }).lacks,
  ).toEqual([]);
  const fixes = { fixes: [], branches: [BRANCH], since: at('2026-10-20T11:00:00Z') };
  expect(run({ pulls: [], fixes }).lacks).toMatchObject([
    { release: '1.14.0', why: 'more merged fixes carry the label than can be read' },
  ]);
});

test('fixes that GitHub does not show are told of no release, are not watched, and the report says why', () => {
  const unread = 'Resource not accessible by integration; it needs contents: read';
  const { standing: rows, lacks, skips } = run({ pulls: [], fixes: { fixes: [], branches: [], unread } });
  expect(rows.filter(({ kind }) => kind === 'cherry-pick')).toEqual([]);
  expect(lacks).toContainEqual(
    expect.objectContaining({
      release: RELEASE.version,
      kinds: ['cherry-pick'],
      lost: 'cherry-picks are not watched',
    }),
  );
  expect(skips).toContainEqual(expect.objectContaining({ why: unread }));
});
