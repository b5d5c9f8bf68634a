// The closing statement: when it is made, what it says, and that it claims nothing that is not known.
import { at } from '../../support/world.ts';
import { type Setting, run } from './world.ts';

const CLOSED = '2026-12-05T00:10:00Z';
const KEY = '0.4.9/cherry-picks/closed/2026-12-04';

const late = (setting: Setting = {}) => run({ now: CLOSED, ...setting });

const merged = (number: number, mergedAt: string) => ({
  number,
  title: 'Mend the door in 0.4',
  body: 'Cherry-pick of #20',
  head: 'door-0.4',
  commit: `c0ffee${number}`,
  mergedAt: at(mergedAt),
});

const direct = {
  oid: 'feed5eed1234',
  message: 'Mend the window\n\n(cherry picked from commit 5f1c2e7a99)',
  authoredAt: at('2026-11-22T10:00:00Z'),
  committedAt: at('2026-11-23T10:00:00Z'),
};

// Carries Y10 of docs/requirements.md.
test('what is in, what came late, what is out, what waits, and how to ask', () => {
  const found = late({
    exceptions: true,
    fixes: [
      {},
      { number: 25, title: 'Mend the lock', author: { login: 'renovate', bot: true } },
      { number: 26, mergedAt: at('2026-12-05T00:05:00Z') },
    ],
    pulls: [
      {
        number: 41,
        title: 'Mend the roof',
        body: 'Cherry-pick of #21',
        author: { login: 'bob', bot: false },
      },
    ],
    branches: [
      { merged: [merged(30, '2026-11-22T10:00:00Z'), merged(33, '2026-12-05T00:01:00Z')], commits: [direct] },
    ],
  });
  expect(found.comments.map(({ key, issue, body }) => [key, issue, body])).toEqual([
    [
      KEY,
      '0.4.9/tracking-issue',
      `### 0.4.9: cherry-picks are closed

Cherry pick deadline was Fri 4 Dec 2026. \`release-0.4\` no longer takes cherry-picks.

**In** (2)

- #30 Mend the door in 0.4, of #20
- \`feed5eed12\` Mend the window

**In, after the deadline** (1)

- #33 Mend the door in 0.4, of #20

**Out** (2)

- #24 Mend the login, not on \`release-0.4\`; owner: @bob
- #25 Mend the lock, not on \`release-0.4\`; owner: renovate

**Waiting** (1)

- #41 Mend the roof, open; author: bob

To cherry-pick something later, open its pull request to the branch and comment \`/release exception because …\` there. The decision is made by alice; this issue lists it under "Freeze".`,
    ],
  ]);
  expect(found.entries.map(({ key, text }) => [key, text])).toEqual([
    [KEY, 'Closed the cherry-picks: 2 in, 2 out, 1 waiting'],
  ]);
});

test('what was on the branch when it was cut is no cherry-pick', () => {
  const oid = '5f1c2e7a9d';
  const [said] = late({
    branches: [{ commits: [{ ...direct, oid, message: 'Mend the login (#24)' }] }],
  }).comments;
  expect(said?.body).toContain('**In:** nothing was cherry-picked.');
  expect(said?.body).toContain('**Out:** nothing that was wanted is left out.');
});

test('the commits of a pull request that was merged as it is are not told again', () => {
  const merge = merged(30, '2026-11-22T10:00:00Z');
  const commits = [
    { ...direct, message: 'Mend the door in 0.4\n\n(cherry picked from commit 5f1c2e7a99)' },
    { ...direct, oid: 'feed2', message: 'Backport of #20: the hinges' },
  ];
  const [said] = late({ fixes: [], branches: [{ merged: [merge], commits }] }).comments;
  expect(said?.body).toContain('**In** (1)');
});

test('once; not before the deadline, and not a week later', () => {
  expect(run({ now: '2026-12-04T23:50:00Z' }).comments).toEqual([]);
  const entries = [{ key: KEY, day: '2026-12-05' as never, text: 'Closed' }];
  expect(late({ entries }).comments).toEqual([]);
  expect(
    late({ entries: [{ ...entries[0], key: '0.4.9/cherry-picks/closed/2026-12-03' } as never] }).comments,
  ).toHaveLength(1);
  expect(run({ now: '2026-12-20T10:00:00Z' }).comments).toEqual([]);
});

test('nothing is left out only where that is known; without the section freeze the leads are named', () => {
  const [done] = late({ fixes: [] }).comments;
  expect(done?.body).toContain('**Out:** nothing that was wanted is left out.');
  expect(done?.body).toContain('To cherry-pick something later, ask alice.');
  const [unsure] = late({ branches: [{ since: at('2026-11-21T10:00:00Z') }] }).comments;
  expect(unsure?.body).not.toContain('nothing that was wanted');
  expect(unsure?.body).toContain('**Unknown:** whether `release-0.4` has #24.');
});

test('what GitHub does not show is waited for a day, and is unknown then', () => {
  const facts = { unread: 'GitHub refuses it' };
  const waiting = late({ fixes: [], facts });
  expect([waiting.comments, waiting.skips]).toEqual([
    [],
    [
      {
        duty: 'cherry-picks',
        what: 'the closing statement of 0.4.9',
        why: 'it waits for what GitHub does not show now: GitHub refuses it',
      },
    ],
  ]);
  const [said] = late({ now: '2026-12-06T00:10:00Z', fixes: [], facts }).comments;
  expect(said?.body).toContain('**In and out:** unknown. GitHub refuses it.');
  expect(said?.body).not.toMatch(/nothing/);
});

test('after the deadline a fix stands before the release, and its author hears how to ask', () => {
  expect(late().standing).toMatchObject([
    {
      milestone: 'release',
      reminder: {
        text: 'ask for an exception to cherry-pick #24 Mend the login to `release-0.4`, or remove its label',
      },
    },
  ]);
  expect(late().sections[0]).toContain('`release-0.4` no longer takes cherry-picks, since Fri 4 Dec 2026');
});
