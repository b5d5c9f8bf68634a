// Fixes that are merged and that the release branch lacks: when they stand in the way, and of which release.
import type { BranchPicks, Fix, Pull } from '../../../src/domain/pull.ts';
import { mentionsIn } from '../../../sandbox/mail/mentions.ts';
import { PULL, RELEASE, type Setting, run } from './world.ts';
import { at } from '../../support/world.ts';

const FIX: Fix = {
  number: 12,
  title: 'Mend the login',
  author: { login: 'frank', bot: false },
  base: 'main',
  mergedAt: at('2026-10-20T10:00:00Z'),
};

const BRANCH: BranchPicks = { branch: 'release-1.14', merged: [] };

interface World extends Setting {
  readonly fix?: Partial<Fix>;
  readonly merged?: BranchPicks['merged'];
  readonly there?: boolean;
  readonly since?: string;
}

function standing({ fix = {}, merged = [], there = true, since, ...setting }: World = {}) {
  const branches = there ? [{ ...BRANCH, merged, since: since === undefined ? undefined : at(since) }] : [];
  return run({ pulls: [], ...setting, fixes: { fixes: [{ ...FIX, ...fix }], branches } }).standing;
}

const pick = (change: Partial<Pull>): Pull => ({ ...PULL, base: 'release-1.14', ...change });
const merged = (change: Partial<Pull>): BranchPicks['merged'] => [pick(change)];

test('what it lacks, of which branch, for which milestone, and who took it so far', () => {
  expect(standing()).toEqual([
    {
      release: '1.14.0',
      kind: 'cherry-pick',
      key: 'fix/12',
      severity: 'amber',
      milestone: 'rc1',
      text: '#12 Mend the login, merged into `main` and not picked to `release-1.14`',
      owner: 'frank',
      since: FIX.mergedAt,
    },
  ]);
  expect(standing({ now: '2026-11-20T10:00:00Z' })).toMatchObject([
    { severity: 'red', milestone: 'cherry-pick-deadline' },
  ]);
});

test.each<[string, World, number]>([
  ['a pull request to the branch took it', { merged: merged({ title: 'Mend it', body: 'Of #12.' }) }, 0],
  ['the name of its branch says so', { merged: merged({ head: 'automated-cherry-pick-of-#12-to-1.14' }) }, 0],
  ['another number', { merged: merged({ body: 'Of #123.' }) }, 1],
  ['one is open', { pulls: [pick({ number: 30, title: 'Cherry-pick of #12', draft: true })] }, 0],
  ['one was closed', { pulls: [pick({ number: 30, title: 'Cherry-pick of #12', state: 'closed' })] }, 1],
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
  ['the release is out', { now: '2026-11-25T10:00:00Z' }, 0],
])('%s', (_, world, count) => {
  expect(standing(world)).toHaveLength(count);
});

test('the tracking issue names it among the strays, with nothing live in it', () => {
  const fix = { ...FIX, title: '@alice | <b>x</b> #7', base: 'b`c' };
  const { desired, standing: found } = run({ pulls: [], fixes: { fixes: [fix], branches: [BRANCH] } });
  const texts = desired.flatMap((wish) => (wish.kind === 'section' ? [wish.text] : []));
  expect(texts).toEqual([
    '### Strays\n\n- #12 @&#8203;alice \\| &lt;b&gt;x&lt;/b&gt; #&#8203;7: merged and not picked to `release-1.14`',
  ]);
  expect(mentionsIn([...texts, ...found.map(({ text }) => text)].join('\n'))).toEqual([]);
});
