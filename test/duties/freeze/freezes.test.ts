// Which branch is frozen when: until the branch of the release exists it is the default one, and until the release is out.
import { release } from '../../support/world.ts';
import { RELEASE, type Setting, run } from './world.ts';

/** The state of the status that a pull request gets, or nothing where it gets none. */
function stateOf(base: string, setting: Setting = {}): string | undefined {
  return run({ pulls: [{ base }], ...setting }).statuses[0]?.[1];
}

const CUT = ['release-1.14'];

test.each([
  ['on the day itself', 'main', { now: '2026-11-03T20:00:00Z' }, undefined],
  ['after it', 'main', {}, 'failure'],
  ['the branch of the release, which is not there yet', 'release-1.14', {}, 'failure'],
  ['another branch', 'feature', {}, undefined],
  ['the default branch, once the release has its own', 'main', { existing: CUT }, undefined],
  ['the branch of the release', 'release-1.14', { existing: CUT }, 'failure'],
  ['a branch that the config names', 'dev', { config: { branches: ['dev'] } }, 'failure'],
  [
    'the default branch, where the config names another',
    'main',
    { config: { branches: ['dev'] } },
    undefined,
  ],
  ['late, and not out', 'main', { now: '2026-11-26T10:00:00Z' }, 'failure'],
  ['out before its day', 'main', { isPublished: true }, undefined],
  ['over', 'main', { now: '2026-11-30T10:00:00Z' }, undefined],
  ['no such milestone', 'main', { config: { milestones: ['docs-freeze'] } }, undefined],
  [
    'a deadline of cherry-picks',
    'main',
    { config: { milestones: ['cherry-pick-deadline'] }, now: '2026-11-21T10:00:00Z' },
    undefined,
  ],
  [
    'the same on the branch of the release',
    'release-1.14',
    { config: { milestones: ['cherry-pick-deadline'] }, now: '2026-11-21T10:00:00Z' },
    'failure',
  ],
  ['before it opens again', 'main', { config: { until: 'branch-cut' } }, 'failure'],
  ['opened again', 'main', { config: { until: 'branch-cut' }, now: '2026-11-11T10:00:00Z' }, undefined],
  [
    'the branch of the release stays',
    'release-1.14',
    { config: { until: 'branch-cut' }, now: '2026-11-11T10:00:00Z' },
    'failure',
  ],
] as const)('%s: %s', (_, base, setting, expected) => {
  expect(stateOf(base, setting)).toBe(expected);
});

test('a slip of the freeze is what the next run goes by', () => {
  const [first, ...rest] = RELEASE.milestones;
  if (first === undefined) throw new Error('no milestone');
  const slipped = { ...first, deadline: (first.deadline + 7 * 86_400_000) as typeof first.deadline };
  const status = { state: 'failure', description: 'old' } as const;
  expect(
    stateOf('main', { releases: [{ ...RELEASE, milestones: [slipped, ...rest] }], pulls: [{ status }] }),
  ).toBe('success');
});

test('a release that is not made here is out when its day is over', () => {
  const { branch: _, ...elsewhere } = RELEASE;
  const releases = [release(elsewhere)];
  expect(stateOf('main', { releases })).toBe('failure');
  expect(stateOf('main', { releases, now: '2026-11-25T10:00:00Z' })).toBeUndefined();
});

test('what was frozen becomes a success when the release is out, once; with `always` so does everything', () => {
  const status = { state: 'failure', description: 'old' } as const;
  const setting: Setting = { isPublished: true, pulls: [{ status }] };
  expect(run(setting).statuses).toEqual([[7, 'success', 'Nothing is frozen for this branch.']]);
  const ended = { state: 'success', description: 'Allowed in the freeze by an exception.' } as const;
  expect(run({ ...setting, pulls: [{ status: ended }] }).statuses).toEqual([]);
  expect(stateOf('main', { isPublished: true, config: { always: 'yes' } })).toBe('success');
});
