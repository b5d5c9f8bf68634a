// What pull requests put in the way of a milestone: missing approvals, and cherry-picks that nobody merged.
import type { Pull } from '../../../src/domain/pull.ts';
import { PULL, type Setting, run } from './world.ts';
import { at } from '../../support/world.ts';

const pull = (change: Partial<Pull> = {}): Pull => ({ ...PULL, title: 'T', ...change });

const APPROVED: Partial<Pull> = {
  decision: 'approved',
  reviews: [{ author: 'bob', state: 'approved', at: at('2026-10-20T10:00:00Z'), onBehalfOf: [] }],
};

const standing = (change: Partial<Pull> = {}, setting: Setting = {}) =>
  run({ pulls: [pull(change)], ...setting }).standing;

test('one that waits: what it is, for which milestone, and whose turn it is', () => {
  expect(standing()).toEqual([
    {
      release: '1.14.0',
      kind: 'approval',
      key: 'pull/421',
      severity: 'amber',
      milestone: 'code-freeze',
      team: undefined,
      text: '#421 T',
      owner: 'alice',
      asks: ['alice'],
      since: PULL.createdAt,
    },
  ]);
});

test.each<[string, Partial<Pull>, object | undefined]>([
  ['no review requested', { requested: { people: [], teams: [] } }, { owner: 'no review requested' }],
  ['its author has to act', { mergeable: 'conflict' }, { text: '#421 T, it has conflicts', owner: 'frank' }],
  [
    'something could not be read',
    { checks: { known: false, why: 'x' } },
    { kind: 'approval', text: '#421 T, approval unknown' },
  ],
  ['approved, to main', APPROVED, undefined],
  ['a draft', { draft: true }, undefined],
  ['merged', { state: 'merged' }, undefined],
  ['of no release', { milestone: undefined }, undefined],
  [
    'approved, to the release branch',
    { ...APPROVED, base: 'release-1.14' },
    { kind: 'cherry-pick', text: '#421 T, approved and not merged', owner: 'frank' },
  ],
  [
    'approved, a cherry-pick by its title',
    { ...APPROVED, title: 'Cherry-pick: mend' },
    { kind: 'cherry-pick', text: '#421 Cherry-pick: mend, approved and not merged' },
  ],
  ['a cherry-pick that waits', { title: 'Cherry-pick: mend' }, { kind: 'approval', milestone: 'rc1' }],
])('%s', (_, change, wanted) => {
  expect(standing(change)).toMatchObject(wanted === undefined ? [] : [wanted]);
});

test('a fix from what is open still says so', () => {
  const pulls = [
    pull({ ...APPROVED, title: 'Cherry-pick: T', body: 'Cherry pick of #8 and cherry pick of #9' }),
    pull({ number: 8, milestone: undefined }),
  ];
  expect(run({ pulls }).standing).toMatchObject([
    {
      kind: 'cherry-pick',
      text: '#421 Cherry-pick: T, approved and not merged, takes a fix from #8, not merged yet',
    },
  ]);
});

test('it is red from the day of its deadline on, and nothing once no deadline is left', () => {
  expect(standing({}, { now: '2026-11-02T23:59:59Z' })).toMatchObject([{ severity: 'amber' }]);
  expect(standing({}, { now: '2026-11-03T00:00:00Z' })).toMatchObject([{ severity: 'red' }]);
  expect(standing({}, { now: '2026-11-04T00:00:00Z' })).toMatchObject([
    { severity: 'amber', milestone: 'rc1' },
  ]);
  expect(standing({}, { now: '2026-11-25T00:00:00Z' })).toEqual([]);
});

test('the first team that it waits for has it', () => {
  const teams = {
    web: { github: 'acme/web', paths: ['/src/'] },
    api: { github: 'acme/api', paths: ['/src/'] },
  };
  expect(standing({}, { teams })).toMatchObject([{ team: 'api' }]);
});
