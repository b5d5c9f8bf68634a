// What is said of cherry-picks while a window is open, and what is wrong with them.
import { cherryPicksDuty } from '../../../src/duties/cherry-picks/index.ts';
import type { BranchPicks } from '../../../src/domain/pull.ts';
import { at } from '../../support/world.ts';
import { CONFIG, PICK, type Setting, inputOf, run } from './world.ts';

const LACKS = '#24 Mend the login, merged into `main` and not cherry-picked to `release-0.4`';

const merged = (number: number, more: Partial<BranchPicks['merged'][number]> = {}) => ({
  number,
  title: 'Mend the login in 0.4',
  body: 'Cherry-pick of #24',
  head: 'login-0.4',
  commit: `c0ffee${number}`,
  mergedAt: at('2026-11-22T10:00:00Z'),
  ...more,
});

const main = (...messages: readonly string[]): Setting['facts'] => ({
  main: {
    branch: 'main',
    merged: [],
    commits: messages.map((message, index) => ({
      oid: `beef${index}`,
      message,
      authoredAt: at('2026-11-22T10:00:00Z'),
      committedAt: at(`2026-11-22T1${index}:00:00Z`),
    })),
  },
});

test('a fix that nobody has picked stands before the deadline, with its team and its author', () => {
  const found = run();
  expect(found.rows).toEqual([`0.4.9: ${LACKS} [api, bob]`]);
  expect(found.standing).toMatchObject([
    {
      kind: 'cherry-pick',
      key: 'fix/24',
      severity: 'amber',
      milestone: 'cherry-pick-deadline',
      reminder: { names: ['bob'], text: 'cherry-pick #24 Mend the login to `release-0.4` by Fri 4 Dec 2026' },
    },
  ]);
  expect(found.sections[0]).toBe(
    [
      '### Cherry-picks',
      '`release-0.4` takes cherry-picks until Fri 4 Dec 2026, Cherry pick deadline. Cherry-picked so far: 0.',
      '| Team | Pull request | Branch | State | Owner |\n| --- | --- | --- | --- | --- |\n| api | #24 Mend the login | `release-0.4` | not cherry-picked | bob |',
    ].join('\n\n'),
  );
  expect(run({ now: '2026-12-04T10:00:00Z' }).standing[0]?.severity).toBe('red');
});

test('the labels of one fix ask for one branch, for the other, and for both', () => {
  const fixes = [
    {},
    { number: 25, labels: ['cherry-pick/0.5'] },
    { number: 26, labels: ['cherry-pick/0.4', 'cherry-pick/0.5'] },
  ];
  const keys = run({ fixes }).standing.map(({ release, key }) => `${release} ${key}`);
  expect(keys).toEqual(['0.4.9 fix/24', '0.4.9 fix/26', '0.5.2 fix/25', '0.5.2 fix/26']);
  const old = { mergedAt: at('2026-10-20T10:00:00Z') };
  expect(run({ fixes: fixes.map((fix) => ({ ...fix, ...old })) }).standing).toEqual([]);
});

test.each([
  ['merged after the branch was cut', {}, 1],
  ['on the day of the cut', { mergedAt: at('2026-11-10T00:00:00Z') }, 1],
  ['merged before', { mergedAt: at('2026-11-09T23:00:00Z') }, 0],
  ['to the branch itself', { base: 'release-0.4' }, 0],
  ['to the branch of another version', { base: 'release-0.3' }, 0],
  ['of another milestone', { milestone: '0.3.0' }, 0],
])('without a label, with the GitHub milestone: %s', (_, more, count) => {
  const fixes = [{ labels: [], milestone: '0.4.9', ...more }];
  expect(run({ fixes }).standing).toHaveLength(count);
  const config = CONFIG.replace('cherry-picks:', 'cherry-picks: { by-milestone: no }');
  expect(run({ fixes, config }).standing).toEqual([]);
});

test('an open pick waits for whom the approvals name, and the fix is not missing', () => {
  const standing = [
    {
      release: '0.4.9',
      kind: 'approval',
      key: 'pull/31',
      severity: 'amber' as const,
      team: 'storage',
      text: '',
      owner: 'dan',
    },
  ];
  const found = run({ pulls: [{}], standing });
  expect(found.standing).toEqual([]);
  expect(found.sections[0]).toContain(
    '| storage | #31 Mend the login in 0.4 | `release-0.4` | waits for approval | dan |',
  );
});

test.each<[string, Setting, string]>([
  [
    'its original is open',
    { fixes: [], pulls: [{}, { number: 24, base: 'main', title: 'Mend', body: '' }] },
    'takes over #24, not merged yet',
  ],
  [
    'its original was closed',
    { fixes: [], pulls: [{}, { number: 24, base: 'main', title: 'Mend', body: '', state: 'closed' }] },
    'takes over #24, closed without a merge',
  ],
  [
    'its original was reverted',
    { pulls: [{}], facts: main('Revert "Mend the login (#24)" (#29)') },
    'takes over #24, reverted since on the default branch',
  ],
  [
    'reverted by the commit alone',
    { pulls: [{}], facts: main('Revert "Mend"\n\nThis reverts commit 5f1c2e7a9d.') },
    'takes over #24, reverted since on the default branch',
  ],
  [
    'reverted by a merge',
    { pulls: [{}], facts: main('Merge pull request #29 from acme/revert-24-login\n\nRevert') },
    'takes over #24, reverted since on the default branch',
  ],
  ['two are open', { pulls: [{}, { number: 32, head: 'other' }] }, 'takes over #24, as #31 does'],
  [
    'one is merged',
    { pulls: [{ number: 32 }], branches: [{ merged: [merged(30)] }] },
    'takes over #24, as #30 does',
  ],
  [
    'it goes to another branch',
    { pulls: [{ base: 'release-0.5' }] },
    'goes to `release-0.5`, not to `release-0.4`',
  ],
  [
    'it goes to no release branch',
    { pulls: [{ base: 'develop', title: 'Backport of #24' }] },
    'goes to `develop`, not to `release-0.4`',
  ],
  [
    'its own milestone is that of another branch',
    { fixes: [], pulls: [{ milestone: '0.5.2' }] },
    'goes to `release-0.4`, not to `release-0.5`',
  ],
  [
    'merged to another branch',
    { branches: [{}, { merged: [merged(30)] }] },
    'goes to `release-0.5`, not to `release-0.4`',
  ],
])('a pick to check: %s', (_, setting, words) => {
  const texts = run(setting).standing.filter(({ kind }) => kind === 'pick-fault');
  expect(texts.map(({ text }) => text.slice(text.indexOf(': ') + 2))).toEqual([words]);
});

test.each<[string, Setting]>([
  [
    'reverted, and applied again',
    {
      pulls: [{}],
      facts: main('Revert "Mend the login (#24)" (#29)', 'Reapply "Mend the login (#24)" (#30)'),
    },
  ],
  [
    'the revert is reverted',
    {
      pulls: [{}],
      facts: main(
        'Revert "Mend the login (#24)" (#29)',
        'Revert "Revert "Mend the login (#24)" (#29)" (#30)',
      ),
    },
  ],
  ['two are merged', { branches: [{ merged: [merged(30), merged(31)] }] }],
  [
    'the first was reverted',
    {
      pulls: [{ number: 33 }],
      branches: [{ merged: [merged(30), merged(32, { title: 'Revert "Mend it"', body: 'Reverts #30' })] }],
    },
  ],
  [
    'a milestone may be served by more than its own branch',
    { fixes: [{ labels: [], milestone: '0.4.9' }], pulls: [{}, { number: 32, base: 'release-0.5' }] },
  ],
])('nothing to check: %s', (_, setting) => {
  expect(run(setting).standing.filter(({ kind }) => kind === 'pick-fault')).toEqual([]);
});

test('what was reverted is not asked for: its label is', () => {
  const found = run({ facts: main('Revert "Mend the login (#24)" (#29)') });
  expect(found.rows).toEqual([
    '0.4.9: #24 Mend the login, to be cherry-picked, was reverted on `main`: remove its label or GitHub milestone [api, bob]',
  ]);
});

function asked(now: string) {
  return cherryPicksDuty.asks(inputOf({ now })).pulls;
}

test('nothing is asked while no window is open; GitHub milestones are asked for with it', () => {
  expect(asked('2026-11-09T10:00:00Z')).toMatchObject({ branches: [], fixLabels: [] });
  expect(asked('2026-11-09T10:00:00Z')?.fixMilestones).toBeUndefined();
  expect(asked('2026-11-10T10:00:00Z')?.fixMilestones).toEqual(['0.4.9', '0.5.2']);
  expect(cherryPicksDuty.asks({ ...inputOf(), told: {} })).toEqual({});
});

test('what could not be read is unknown', () => {
  const unread = run({ fixes: [], facts: { unread: 'GitHub refuses it' } });
  expect(unread.sections[0]).toContain('is unknown: GitHub refuses it.');
  expect(unread.sections[0]).not.toContain('Nothing is left');
  const older = run({ branches: [{ since: at('2026-11-21T10:00:00Z') }] });
  expect([older.standing, older.lacks.map(({ why }) => why)]).toEqual([
    [],
    ['it is not known whether release-0.4 has #24'],
  ]);
  const part = run({ fixes: [], facts: { sinceByMilestone: at('2026-11-21T10:00:00Z') } });
  expect(part.lacks.map(({ why }) => why)).toEqual([
    'more pull requests have the GitHub milestone of 0.4.9 than can be read',
    'more pull requests have the GitHub milestone of 0.5.2 than can be read',
  ]);
});

test('hostile words do nothing but be read', () => {
  const { sections } = run({ pulls: [{ ...PICK, title: '@alice | <b> `x`' }] });
  expect(sections[0]).not.toMatch(/(?<!\\)@alice|<b>/);
});
