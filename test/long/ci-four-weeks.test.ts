// Four weeks of CI: 30 jobs with 3,000 tests in three workflows, read by App and Action; case files as the script's own list has them.
import { CI_BRANCH, CI_SEED } from '../support/ci-seed.ts';
import { type CiScript, type WalkEvent, walkCi } from '../support/ci-walk.ts';

function jobs(name: string, from: number, to: number, suite: string): Record<string, string> {
  return Object.fromEntries(
    Array.from({ length: to - from + 1 }, (_, index) => [`${name}-${from + index}`, suite]),
  );
}

const two = (number: number): string => String(number).padStart(2, '0');

/** CI twice a working day, each on a commit of its own; Smoke once; Nightly every night. */
function calendar(): WalkEvent[] {
  return Array.from({ length: 28 }, (_, index) => {
    const day = index < 26 ? `01-${two(index + 6)}` : `02-${two(index - 25)}`;
    const nightly = { at: `${day} 02:00`, run: 'Nightly' };
    if (index % 7 > 4) return [nightly];
    return [
      nightly,
      { at: `${day} 09:00`, run: 'CI', commit: true },
      { at: `${day} 09:30`, run: 'Smoke' },
      { at: `${day} 15:00`, run: 'CI', commit: true },
    ];
  }).flat();
}

/** Forty tests of four jobs at once. */
const OUTAGE = [11, 12, 13, 14].flatMap((job) =>
  Array.from({ length: 10 }, (_, index) => `web/ci-${job} ${index + 1}`),
);

const SCRIPT: CiScript = {
  seed: CI_SEED,
  branch: CI_BRANCH,
  year: 2020,
  workflows: [
    {
      name: 'CI',
      jobs: { ...jobs('ci', 1, 10, 'api'), ...jobs('ci', 11, 20, 'web') },
      tests: 100,
      leaves: 'artifact',
    },
    { name: 'Nightly', jobs: jobs('night', 1, 8, 'api'), tests: 100, leaves: 'artifact-of-failures' },
    { name: 'Smoke', jobs: jobs('smoke', 1, 2, 'smoke'), tests: 100, leaves: 'action' },
  ],
  breaks: [
    // Flakes, one run each.
    { workflow: 'CI', tests: ['api/ci-2 7'], from: '01-07 15:00', to: '01-08 09:00' },
    { workflow: 'CI', tests: ['api/ci-2 7'], from: '01-13 09:00', to: '01-13 15:00' },
    { workflow: 'CI', tests: ['api/ci-2 7'], from: '01-16 15:00', to: '01-17 09:00' },
    { workflow: 'Smoke', tests: ['smoke/smoke-1 9'], from: '01-10 09:30', to: '01-13 09:30' },
    // An outage of a team that does not answer.
    { workflow: 'CI', tests: OUTAGE, from: '01-08 09:00', to: '01-14 15:00' },
    // A team that answers; the second test is seen red by another workflow from the same commit on.
    { workflow: 'CI', tests: ['api/ci-3 30'], from: '01-13 15:00', to: '01-17 15:00' },
    { workflow: 'Nightly', tests: ['api/night-1 1'], from: '01-14 02:00', to: '01-18 02:00' },
    // Nobody's.
    { workflow: 'Smoke', tests: ['smoke/smoke-2 5'], from: '01-20 09:30', to: '01-22 09:30' },
    // Renamed while it is red.
    { workflow: 'CI', tests: ['web/ci-15 5', 'web/ci-15 five'], from: '01-21 09:00', to: '01-24 15:00' },
    // What was closed comes back, and stays beyond the end of the cycle.
    { workflow: 'CI', tests: ['api/ci-3 30'], from: '01-28 09:00', to: '02-09 00:00' },
  ],
  renames: [{ at: '01-22 15:00', from: 'web/ci-15 5', to: 'web/ci-15 five' }],
  events: [
    ...calendar(),
    { at: '01-14 10:00', who: 'carol', says: '/release eta 2020-01-16 because the cache is rebuilt', on: 3 },
    { at: '01-15 10:00', who: 'erin', says: '/release progress halfway there', on: 3 },
    { at: '02-03 09:00', run: 'CI', commit: true },
    { at: '02-03 15:00', run: 'CI', commit: true },
  ].toSorted((a, b) => (a.at < b.at ? -1 : 1)),
};

/** Each team has one member. */
const MEMBERS: Readonly<Record<string, string>> = {
  'acme/api': 'erin (of acme/api)',
  'acme/web': 'bob (of acme/web)',
};

/** Written before the first run, from the script alone. */
const LIST = [
  '01-08 15:00 #2 opened, web: 40 tests',
  // The lead has it from the beginning, so the first step takes its time.
  '01-08 15:00 #2 assigned to frank',
  '01-10 15:00 #2 assigned to alice',
  '01-13 15:00 #2 assigned to dave',
  '01-14 09:00 #3 opened, api: api/ci-3 30',
  '01-14 09:00 #3 assigned to carol',
  '01-15 02:00 #3 joined: api/night-1 1',
  '01-15 15:00 #2 closed',
  '01-17 02:00 #3 said: @carol: these tests still fail, and the expected fix date (Thu 16 Jan 2020) has passed',
  '01-20 15:00 #3 closed',
  '01-21 09:30 #4 opened, unowned: smoke/smoke-2 5',
  '01-21 15:00 #5 opened, web: web/ci-15 5',
  '01-21 15:00 #5 assigned to frank',
  '01-23 09:00 #6 opened, web: web/ci-15 five',
  '01-23 09:00 #6 assigned to frank',
  '01-23 15:00 #5 said: These tests are no longer reported',
  '01-23 15:00 #5 closed',
  '01-24 09:30 #4 closed',
  '01-27 15:00 #6 closed',
  '01-28 15:00 #3 said: @acme/api: failing again since a commit, 1 test',
  '01-28 15:00 #3 reopened',
  '01-30 15:00 #3 assigned to alice',
  '01-31 15:00 #3 assigned to dave',
  '02-03 09:00 #3 said: @acme/api: the cycle of v2.0.0 ended on Sun 2 Feb 2020, and relcomms no longer looks at its branch',
  '02-03 09:00 #3 closed',
];

test('case files open, join, close and come back as the list says; each step of the ladder is taken once', async () => {
  const walk = await walkCi(SCRIPT);
  const { runs, tests, requests, downloads, artifacts } = walk;
  console.log(
    [
      ...walk.story,
      `${runs} runs of workflows with ${tests} tests, ${requests} requests, ${artifacts} artifacts, ${downloads} downloads`,
      `mails: ${[...walk.mails].map(([name, count]) => `${MEMBERS[name] ?? name} ${count}`).join(', ')}`,
      `another look: ${walk.idle.requests} requests, ${walk.idle.writes.length} writes`,
    ].join('\n'),
  );
  expect(walk.story).toEqual(LIST);
  expect(tests).toBe(3000);
  // What the two runs after the last day left is not looked at.
  expect(walk.downloads).toBe(walk.artifacts - 2);
  expect(walk.idle.writes).toEqual([]);
}, 900_000);
