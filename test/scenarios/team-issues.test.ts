// Scenario: an issue for each team with a checkbox for each manual test, and sign-offs, from the first candidate to the end.
import type { EmbeddedGitHub } from '../../packages/embedded-github/src/index.ts';
import { expectNoViolations, startTestGitHub } from '../support/github.ts';
import { instant, runAction, writesSince } from '../support/runs.ts';
import { issue, openTrackingIssues, repository } from '../support/tracking.ts';

const CONFIG = `cycle: { weeks: 4, release-week: 4, weeks-after: 0 }
timezone: UTC
roles: { lead: [alice] }
teams:
  api: { github: acme/api, people: [bob, carol] }
  web: { github: acme/web, people: [dave] }
milestones:
  rc1: { on: release - 10 days, title: Release candidate 1 }
  rc2: { on: release - 3 days, title: Release candidate 2 }
releases: [{ version: '1.10.0', start: 2020-01-06, release: 2020-01-30, branch: release-1.10 }]
tracking-issue: { tasks: none }
report: { trend: no }
manual-tests:
  team-issues: yes
  sign-off: yes
  tests:
    - { id: api-create, title: Create a function, team: api, steps: ['Open @console', Create it], expected: It answers }
    - { id: api-delete, title: Delete a function, team: api }
    - { id: web-login, title: 'Log in as @frank', team: web, candidates: [rc1] }
`;

const SEED = {
  owner: 'acme',
  repo: 'demo',
  people: [
    { login: 'alice', permission: 'admin' as const },
    ...['bob', 'frank'].map((login) => ({ login, permission: 'write' as const })),
    ...['carol', 'dave', 'gus'].map((login) => ({ login, permission: 'read' as const })),
  ],
  files: { '.github/relcomms.yml': CONFIG },
  app: { webhookSecret: 'manual' },
};

let clock = instant('2020-01-10T09:00:00Z');
let github: EmbeddedGitHub;
let tracking = 0;

const run = (now: string) => {
  clock = instant(now);
  return runAction(github, clock);
};
const numberOf = (team: string) =>
  repository(github).issues.find(({ title }) => title === `Manual tests of ${team} for 1.10.0`)?.number ?? 0;
const body = (team: string) => issue(github, numberOf(team)).body;
const line = (team: string, id: string) =>
  body(team)
    .split('\n')
    .find((one) => one.includes(`<!-- relcomms:task ${id} `))
    ?.replaceAll(/<!--.*?-->/g, '');
const section = () => issue(github, tracking).body.split('### Manual tests')[1]?.split('<!--')[0] ?? '';
const tick = (by: string, team: string, id: string, on = true) =>
  github.as(by).tick(numberOf(team), (one) => one.includes(`<!-- relcomms:task ${id} `), on);
const say = (by: string, number: number, text: string) => github.as(by).comment(number, text);
const answers = (number: number) =>
  issue(github, number)
    .comments.map((comment) => comment.body)
    .join('\n');

async function results(): Promise<string> {
  const path = 'repos/acme/demo/contents/1.10.0/results.jsonl?ref=relcomms-tests';
  const headers = { authorization: `Bearer ${github.token('alice')}` };
  const response = await fetch(`${github.url}/api/v3/${path}`, { headers });
  const { content } = (await response.json()) as { readonly content: string };
  return Buffer.from(content, 'base64').toString('utf8');
}

beforeAll(async () => {
  github = await startTestGitHub({ seed: SEED, now: () => clock });
  await run('2020-01-10T09:00:00Z');
  tracking = openTrackingIssues(github)[0]?.number ?? 0;
});

afterAll(async () => {
  expectNoViolations(github);
  await github.close();
});

test('an issue for each team when the first candidate begins, with nobody mentioned; an idle run writes nothing', async () => {
  expect(numberOf('api')).toBe(0);
  await run('2020-01-13T09:00:00Z');
  expect(line('api', 'rc1/api-create')).toBe('- [ ] `api-create` Create a function');
  expect(body('api')).toContain('Release candidate 1: carol');
  expect(body('api')).toContain('1. Open @&#8203;console');
  expect(line('web', 'rc1/web-login')).toContain('Log in as @&#8203;frank');
  expect(issue(github, numberOf('api')).assignees).toEqual([]);
  const before = github.journal.length;
  await run('2020-01-13T10:00:00Z');
  expect(writesSince(github, before)).toEqual([]);
});

test('a checked box is a pass of who checked it, and unchecked again it is open; words of people stay', async () => {
  await tick('bob', 'api', 'rc1/api-create');
  await github.as('bob').editBody(numberOf('api'), (text) => `${text}\nThe console is slow today.\n`);
  await tick('frank', 'api', 'rc1/api-delete');
  await expect(tick('gus', 'web', 'rc1/web-login')).rejects.toThrow(/40[34]/);
  const before = github.journal.length;
  await run('2020-01-13T12:00:00Z');
  expect(await results()).toContain(
    '{"candidate":"rc1","run":"api-create","result":"pass","tester":"bob","day":"2020-01-13"}\n' +
      '{"candidate":"rc1","run":"api-delete","result":"pass","tester":"frank","day":"2020-01-13"}\n',
  );
  expect(line('api', 'rc1/api-create')).toBe(
    '- [x] `api-create` Create a function, passed on Mon 13 Jan 2020',
  );
  expect(body('api')).toContain('The console is slow today.');
  // The file, the tracking issue, and the issue of one team.
  expect(writesSince(github, before)).toHaveLength(3);
  await tick('alice', 'api', 'rc1/api-delete', false);
  await run('2020-01-13T14:00:00Z');
  expect(await results()).toContain('{"candidate":"rc1","run":"api-delete","tester":"carol"}\n');
  expect(line('api', 'rc1/api-delete')).toBe('- [ ] `api-delete` Delete a function');
});

test('a command wins over a box that did not know of it; both are shown, and the next check counts', async () => {
  await tick('bob', 'api', 'rc1/api-delete');
  await say('carol', numberOf('api'), '/release test fail api-delete because it hangs');
  await run('2020-01-14T09:00:00Z');
  expect(line('api', 'rc1/api-delete')).toBe(
    '- [ ] `api-delete` Delete a function, **failed** on Mon 13 Jan 2020: it hangs _bob changed this box, but a newer result came in. Change it again if the box is right._',
  );
  const before = github.journal.length;
  await run('2020-01-14T10:00:00Z');
  expect(writesSince(github, before)).toEqual([]);
  await tick('bob', 'api', 'rc1/api-delete');
  await run('2020-01-14T12:00:00Z');
  expect(line('api', 'rc1/api-delete')).toBe(
    '- [x] `api-delete` Delete a function, passed on Tue 14 Jan 2020',
  );
});

test('a team signs off when nothing is left; a later failure takes it back', async () => {
  await say('dave', tracking, '/release sign-off');
  await say('gus', tracking, '/release sign-off api');
  await run('2020-01-15T09:00:00Z');
  expect(answers(tracking)).toContain('web has 1 open test.');
  expect(section()).toMatch(/\| web \|.*\| no \|/);
  expect(issue(github, tracking).body).toContain('1 missing sign-off');
  await say('dave', numberOf('web'), '/release test pass web-login');
  await tick('bob', 'api', 'sign-off.rc1');
  await run('2020-01-15T10:00:00Z');
  expect(line('api', 'sign-off.rc1')).toBe(
    '- [x] api signs off Release candidate 1: signed off by bob on Wed 15 Jan 2020',
  );
  expect(section()).toMatch(/\| api \|.*\| bob \|/);
  await say('dave', tracking, '/release sign-off');
  await run('2020-01-15T11:00:00Z');
  expect(await results()).toContain(
    '{"candidate":"rc1","run":"sign-off.web","result":"pass","tester":"dave","day":"2020-01-15"}\n',
  );
  expect(issue(github, tracking).body).not.toContain('missing sign-off');
  expect(issue(github, numberOf('web')).state).toBe('closed');
  await say('carol', tracking, '/release test fail api-create because it hangs');
  await run('2020-01-15T12:00:00Z');
  expect(line('api', 'sign-off.rc1')).toBe('- [ ] api signs off Release candidate 1');
  await tick('bob', 'api', 'sign-off.rc1');
  await run('2020-01-15T13:00:00Z');
  expect(line('api', 'sign-off.rc1')).toContain(
    '- [ ] api signs off Release candidate 1 _bob checked this box',
  );
  await say('bob', tracking, '/release sign-off api because the fix is in rc2');
  await run('2020-01-15T14:00:00Z');
  expect(section()).toContain('| bob: the fix is in rc2 |');
});

test('the next candidate comes into the same issue, which closes when its tests are over', async () => {
  await run('2020-01-21T09:00:00Z');
  expect(body('api')).toContain('Release candidate 1: 2 of 2 tests run, 1 failed');
  expect(line('api', 'rc2/api-create')).toContain('- [ ] `api-create`');
  await github
    .as('alice')
    .putFile('.github/relcomms.yml', CONFIG.replace('team-issues: yes', 'team-issues: no'));
  await run('2020-01-21T10:00:00Z');
  expect(body('api')).toContain(
    '**relcomms no longer updates this issue:** `team-issues` is off in the config.',
  );
  await tick('bob', 'api', 'rc2/api-create');
  await run('2020-01-21T11:00:00Z');
  expect(await results()).not.toContain('"candidate":"rc2","run":"api-create","result"');
  await github.as('alice').putFile('.github/relcomms.yml', CONFIG);
  await tick('bob', 'api', 'rc2/api-delete');
  await tick('bob', 'api', 'sign-off.rc2');
  await run('2020-01-21T12:00:00Z');
  expect(issue(github, numberOf('api')).state).toBe('closed');
  expect(await results()).toContain('"run":"sign-off.api","result":"pass","tester":"bob","day":"2020-01-21"');
  const before = github.journal.length;
  await run('2020-01-21T14:00:00Z');
  expect(writesSince(github, before)).toEqual([]);
});
