// Scenario: a week of CI, read from artifacts by the App and from JUnit files by the Action.
import { CI_BRANCH, CI_SEED } from '../support/ci-seed.ts';
import { type CiScript, walkCi } from '../support/ci-walk.ts';

const SCRIPT: CiScript = {
  seed: CI_SEED,
  branch: CI_BRANCH,
  year: 2020,
  workflows: [
    { name: 'CI', jobs: { 'ci-1': 'api', 'ci-2': 'web', 'ci-3': 'web' }, tests: 20, leaves: 'artifact' },
    { name: 'Nightly', jobs: { nightly: 'api' }, tests: 20, leaves: 'artifact-of-failures' },
    { name: 'Smoke', jobs: { smoke: 'smoke' }, tests: 20, leaves: 'action' },
  ],
  breaks: [
    { workflow: 'CI', tests: ['api/ci-1 7'], from: '01-06 15:00', to: '01-07 09:00' },
    { workflow: 'CI', tests: ['web/ci-2 1', 'web/ci-3 2'], from: '01-06 15:00', to: '01-08 09:00' },
    { workflow: 'Nightly', tests: ['api/nightly 3'], from: '01-07 02:00', to: '01-10 02:00' },
    { workflow: 'Smoke', tests: ['smoke/smoke 5'], from: '01-07 09:30', to: '01-09 09:30' },
  ],
  events: [
    { at: '01-06 09:00', run: 'CI', commit: true },
    { at: '01-06 15:00', run: 'CI', commit: true },
    { at: '01-07 02:00', run: 'Nightly' },
    { at: '01-07 09:00', run: 'CI', commit: true },
    { at: '01-07 09:30', run: 'Smoke' },
    { at: '01-07 10:00', who: 'bob', says: '/release eta tomorrow', on: 2 },
    { at: '01-08 02:00', run: 'Nightly' },
    { at: '01-08 09:00', run: 'CI', commit: true },
    { at: '01-08 09:30', run: 'Smoke' },
    { at: '01-08 15:00', run: 'CI', commit: true },
    { at: '01-09 02:00', run: 'Nightly' },
    { at: '01-09 09:00', run: 'CI', commit: true },
    { at: '01-09 09:30', run: 'Smoke' },
    { at: '01-09 10:00', who: 'erin', says: '/release not-ours web', on: 3 },
    { at: '01-10 02:00', run: 'Nightly' },
  ],
};

test('case files open, are answered, turn and close as the tests do; what only the Action saw is among them', async () => {
  const walk = await walkCi(SCRIPT);
  expect(walk.story).toEqual([
    '01-07 09:00 #2 opened, web: web/ci-2 1, web/ci-3 2',
    '01-07 09:00 #2 assigned to frank',
    '01-08 02:00 #3 opened, api: api/nightly 3',
    '01-08 02:00 #3 assigned to carol',
    '01-08 09:30 #4 opened, unowned: smoke/smoke 5',
    '01-09 09:00 #2 closed',
    '01-09 10:00 #3 assigned to frank',
    '01-09 10:00 #3 said: @acme/web: erin says these tests are yours',
  ]);
  expect(walk.bodies.get(2)).toContain('**Expected fix:** Wed 8 Jan 2020, says bob');
  expect(walk.tests).toBe(100);
  // The flake is in no body but that of the tracking issue; artifacts are read once each.
  expect([...walk.bodies].filter(([, body]) => body.includes('api/ci-1 7'))).toEqual([]);
  expect(Object.fromEntries(walk.mails)).toEqual({ 'acme/web': 2, frank: 2, 'acme/api': 1, carol: 1 });
  expect(walk.downloads).toBe(walk.artifacts);
  expect(walk.idle.writes).toEqual([]);
}, 60_000);
