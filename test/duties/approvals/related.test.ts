// Which pull requests belong to which release, and which milestone they have to be approved for.
import { day } from '../../../src/domain/day.ts';
import type { Pull } from '../../../src/domain/pull.ts';
import type { Release } from '../../../src/domain/release.ts';
import { cherryPickOf } from '../../../src/picks/cherry-pick.ts';
import { deadlinesOf } from '../../../src/duties/approvals/judge/deadline.ts';
import { relationOf } from '../../../src/duties/approvals/judge/related.ts';
import { PULL, RELEASE, configOf, inputOf } from './world.ts';
import { at, milestone } from '../../support/world.ts';

const LATER: Release = {
  ...RELEASE,
  version: '1.15.0',
  title: 'Winter release',
  branch: 'release-1.15',
  release: day('2027-02-23'),
  end: day('2027-02-28'),
};
const OVER: Release = {
  ...RELEASE,
  version: '1.13.0',
  title: 'Summer release',
  branch: 'release-1.13',
  release: day('2026-08-25'),
  end: day('2026-08-30'),
};
const CONFIG = { labels: ['Release-Blocker'], paths: ['/docs/release-notes/'] };
const plain: Pull = { ...PULL, milestone: undefined };

function releaseOf(pull: Partial<Pull>, releases = [LATER, OVER, RELEASE]): string | undefined {
  const input = inputOf({ config: CONFIG, releases });
  return relationOf({ ...plain, ...pull }, input).release?.version;
}

test.each<[string, Partial<Pull>, string | undefined]>([
  ['nothing ties it', {}, undefined],
  ['base branch', { base: 'release-1.14' }, '1.14.0'],
  ['base branch of a later release', { base: 'release-1.15' }, '1.15.0'],
  ['base branch of a release that is over', { base: 'release-1.13' }, undefined],
  ['GitHub milestone by version', { milestone: '1.15.0' }, '1.15.0'],
  ['GitHub milestone by title, whatever the case', { milestone: 'winter RELEASE' }, '1.15.0'],
  ['GitHub milestone of a release that is over', { milestone: '1.13.0' }, undefined],
  ['a GitHub milestone goes before the branch', { milestone: '1.15.0', base: 'release-1.14' }, '1.15.0'],
  ['label', { labels: ['release-blocker'] }, '1.14.0'],
  ['a label that only begins so', { labels: ['release-blocker-2'] }, undefined],
  ['path', { files: ['a.ts', 'docs/release-notes/1.14.md'] }, '1.14.0'],
  ['another path', { files: ['src/docs/release-notes/1.14.md'] }, undefined],
  ['cherry-pick by label', { labels: ['cherry-pick'] }, '1.14.0'],
  [
    'cherry-pick to the branch of another version',
    { labels: ['cherry-pick'], base: 'release-1.9' },
    undefined,
  ],
  ['label on the branch of another version', { labels: ['release-blocker'], base: 'v1.12.x' }, undefined],
])('%s', (_, pull, version) => {
  expect(releaseOf(pull)).toBe(version);
});

test('every way is told, and so is what speaks against it', () => {
  const input = inputOf({ config: CONFIG });
  const pull = { ...PULL, base: 'release-1.14', labels: ['release-blocker', 'cherry-pick'] };
  expect(relationOf(pull, input).reasons.map(({ rule, answer, values }) => [rule, answer, values])).toEqual([
    ['Release', 'yes', ['Autumn release']],
    ['Release', 'yes', ['release-1.14', 'Autumn release']],
    ['Release', 'yes', ['release-blocker']],
    ['Cherry-pick', 'yes', ['cherry-pick']],
  ]);
  const foreign = relationOf({ ...plain, labels: ['cherry-pick'], base: 'release-1.9' }, input);
  expect(foreign.reasons.map(({ answer }) => answer)).toEqual(['yes', 'no']);
});

test('with no release to come, a label ties to nothing', () => {
  expect(releaseOf({ labels: ['release-blocker'] }, [OVER])).toBeUndefined();
});

test('in the weeks after release day a label means the release that is next', () => {
  const input = inputOf({ config: CONFIG, releases: [RELEASE, LATER], now: '2026-11-26T10:00:00Z' });
  expect(relationOf({ ...plain, labels: ['release-blocker'] }, input).release?.version).toBe('1.15.0');
});

test.each<[string, Partial<Pull>, readonly number[] | undefined]>([
  ['no cherry-pick', { title: 'Cherry-picking made easy' }, undefined],
  ['title', { title: '[Cherry-Pick] Fix it' }, []],
  ['title with a sign in front', { title: '🍒 cherry pick: fix it' }, []],
  ['backport with its source', { title: 'Backport of #12: fix it' }, [12]],
  ['trailer', { body: 'Fix it\n\n(cherry picked from commit 0123456789abcdef0123456789abcdef01234567)' }, []],
  ['trailer without a commit', { body: '(cherry picked from commit of yesterday)' }, undefined],
  ['branch of the script', { head: 'automated-cherry-pick-of-#123-upstream-release-1.14' }, [123]],
  [
    'sources once each, never itself',
    { title: 'cherry-pick of #9', body: 'Cherry pick of #9, backport of #421, cherry picked from PR #8' },
    [8, 9],
  ],
  ['branch of another script', { head: 'backport-123-to-release-1.14', base: 'release-1.14' }, [123]],
  ['its commit names another', { messages: ['Fix\n\n(cherry picked from commit 0123456789abcdef)'] }, []],
  ['GH-12 and others', { title: 'Backport of GH-12, acme/demo#13 and other/place#14' }, [12, 13]],
  [
    'addresses',
    {
      title: 'Backport',
      body: 'https://github.com/acme/demo/pull/12 https://github.com/other/place/pull/13',
    },
    [12],
  ],
  ['what is only mentioned', { title: 'Backport', body: 'Cherry-pick of #12. Needs #13, like #14' }, [12]],
  [
    'what a template has in a comment',
    { title: 'Backport', body: '<!-- Backport of #12 -->\n`Backport of #13`' },
    [],
  ],
  ['a revert of one', { title: 'Revert "Backport of #12"', labels: ['cherry-pick'] }, undefined],
  ['a source alone is no cherry-pick', { body: 'This was a cherry-pick of #9 once' }, undefined],
])('cherry-pick: %s', (_, pull, sources) => {
  expect(cherryPickOf({ ...PULL, ...pull }, configOf(), 'acme/demo')?.sources).toEqual(sources);
});

function find(base: string, picked: boolean, now: string, config = {}): string | undefined {
  return deadlinesOf({ base }, RELEASE, picked, configOf(config), at(now)).next?.id;
}

describe('the deadline', () => {
  test('is the next milestone that a change can be too late for', () => {
    expect(find('main', false, '2026-10-20T10:00:00Z')).toBe('code-freeze');
    // Docs freeze is none, cherry-picks go to the branch.
    expect(find('main', false, '2026-11-04T10:00:00Z')).toBe('rc1');
    expect(find('main', false, '2026-11-11T10:00:00Z')).toBe('release');
    expect(find('release-1.14', false, '2026-11-11T10:00:00Z')).toBe('cherry-pick-deadline');
    expect(find('main', false, '2026-11-25T10:00:00Z')).toBeUndefined();
  });

  test('of a cherry-pick is no freeze', () => {
    expect(find('main', true, '2026-10-20T10:00:00Z')).toBe('rc1');
    expect(find('main', true, '2026-11-11T10:00:00Z')).toBe('cherry-pick-deadline');
  });

  test('is what the config names', () => {
    expect(find('main', false, '2026-10-20T10:00:00Z', { milestones: ['docs-freeze'] })).toBe('docs-freeze');
    expect(find('main', false, '2026-11-06T10:00:00Z', { milestones: ['docs-freeze'] })).toBeUndefined();
  });

  test('lasts to the end of its day in its own zone', () => {
    const release = { ...RELEASE, milestones: [milestone('code-freeze', '2026-11-03', 'Freeze', 'AoE')] };
    const find2 = (now: string): string | undefined =>
      deadlinesOf({ base: 'main' }, release, false, configOf(), at(now)).next?.id;
    expect(find2('2026-11-04T11:59:00Z')).toBe('code-freeze');
    expect(find2('2026-11-04T12:00:00Z')).toBeUndefined();
  });
});
