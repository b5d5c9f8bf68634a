// Scenario: manual tests are shared out, recorded by command, and seen in the tracking issue; what is broken stops all.
import type { EmbeddedGitHub } from '../../packages/embedded-github/src/index.ts';
import { expectNoViolations, startTestGitHub } from '../support/github.ts';
import { instant, runAction, writesSince } from '../support/runs.ts';
import { issue, openTrackingIssues } from '../support/tracking.ts';

const CONFIG = `cycle: { weeks: 4, release-week: 4, weeks-after: 0 }
timezone: UTC
roles: { lead: [alice] }
teams:
  api: { github: acme/api, people: [bob, carol] }
  web: { github: acme/web, people: [dave, erin] }
people: { erin: { opt-out: yes } }
milestones:
  rc1: { on: release - 10 days, title: Release candidate 1 }
  rc2: { on: release - 3 days, title: Release candidate 2 }
releases: [{ version: '1.10.0', start: 2020-01-06, release: 2020-01-30, branch: release-1.10 }]
tracking-issue: { tasks: none }
report: { trend: no }
manual-tests: { file: tests/manual.yml, failing-issues: no }
`;

const TESTS = `tests:
  - { id: api-create, title: Create a function, team: api, complexity: 2 }
  - { id: api-delete, title: Delete a function, team: api, complexity: 2 }
  - { id: web-upload, title: Upload a file, team: web, platforms: [linux, windows] }
  - { id: web-login, title: 'Log in as @frank', team: web, candidates: [rc2] }
`;

const BRANCH = 'relcomms-tests';
const PATH = '1.10.0/results.jsonl';

const SEED = {
  owner: 'acme',
  repo: 'demo',
  people: [
    { login: 'alice', permission: 'admin' as const },
    { login: 'frank', permission: 'write' as const },
    ...['bob', 'carol', 'dave', 'erin', 'gus'].map((login) => ({ login, permission: 'read' as const })),
  ],
  files: { '.github/relcomms.yml': CONFIG, 'tests/manual.yml': TESTS },
  app: { webhookSecret: 'manual' },
};

let clock = instant('2020-01-10T09:00:00Z');
let github: EmbeddedGitHub;
let tracking = 0;

interface Stored {
  readonly content: string;
  readonly sha: string;
}

async function contents(path: string, init: RequestInit = {}): Promise<Stored | undefined> {
  const address = `${github.url}/api/v3/repos/acme/demo/contents/${path}`;
  const headers = { authorization: `Bearer ${github.token('alice')}`, 'content-type': 'application/json' };
  const response = await fetch(address, { ...init, headers });
  return response.status === 404 ? undefined : ((await response.json()) as Stored);
}

async function results(): Promise<string | undefined> {
  const file = await contents(`${PATH}?ref=${BRANCH}`);
  return file === undefined ? undefined : Buffer.from(file.content, 'base64').toString('utf8');
}

/** As a person edits it on GitHub. */
async function edit(path: string, branch: string, text: string): Promise<void> {
  const sha = (await contents(`${path}?ref=${branch}`))?.sha;
  const content = Buffer.from(text).toString('base64');
  await contents(path, {
    method: 'PUT',
    body: JSON.stringify({ message: 'Edit', branch, content, sha }),
  });
}

const run = (now: string) => {
  clock = instant(now);
  return runAction(github, clock);
};
const section = () => issue(github, tracking).body.split('### Manual tests')[1]?.split('<!--')[0] ?? '';
const say = (by: string, body: string) => github.as(by).comment(tracking, body);

beforeAll(async () => {
  github = await startTestGitHub({ seed: SEED, now: () => clock });
  await run('2020-01-10T09:00:00Z');
  tracking = openTrackingIssues(github)[0]?.number ?? 0;
});

afterAll(async () => {
  expectNoViolations(github);
  await github.close();
});

// Carries Y8 and Y9 of docs/requirements.md.
test('shared out a week before, recorded by the people of the team, seen in the issue; nothing is written twice', async () => {
  expect([await results(), section()]).toEqual([undefined, '']);
  await run('2020-01-13T09:00:00Z');
  expect(await results()).toBe(
    [
      '{"candidate":"rc1","run":"api-create","tester":"bob"}',
      '{"candidate":"rc1","run":"api-delete","tester":"carol"}',
      '{"candidate":"rc1","run":"web-upload@linux","tester":"dave"}',
      '{"candidate":"rc1","run":"web-upload@windows","tester":"dave"}',
      '',
    ].join('\n'),
  );
  await say('bob', '/release test pass api-create\n/release test fail api-delete because it hangs, @frank');
  await say('dave', '/release test pass api-create');
  await say('dave', '/release tests');
  await run('2020-01-13T12:00:00Z');
  expect(await results()).toContain(
    '{"candidate":"rc1","run":"api-delete","result":"fail","tester":"bob","day":"2020-01-13","note":"it hangs, @frank"}\n',
  );
  expect(section()).toContain('**Release candidate 1**, Mon 20 Jan 2020: 2 of 4 tests run, 1 failed.');
  expect(section()).toContain('| All | 4 | 1 | 1 | 0 | 0 | 2 |');
  expect(section()).toContain('- **Failed**: `api-delete` Delete a function (bob): it hangs, @&#8203;frank');
  const bodies = issue(github, tracking).comments.map(({ body }) => body);
  expect(bodies.join('\n')).toContain('2 of your 2 manual tests are open:');
  expect(bodies.join('\n')).toContain('the team that owns the tests');
  expect(issue(github, tracking).body).toContain('1 failing manual test');
  const before = github.journal.length;
  await run('2020-01-13T14:00:00Z');
  expect(writesSince(github, before)).toEqual([]);
});

test('what can not be read is not known: nothing is written over, and a command says why; then all goes on', async () => {
  const good = (await results()) ?? '';
  await edit(PATH, BRANCH, `${good}erin: pass, I think\n`);
  await say('dave', '/release test pass web-upload@linux');
  await run('2020-01-14T09:00:00Z');
  expect(await results()).toBe(`${good}erin: pass, I think\n`);
  expect(section()).toContain(
    '**Not known:** 1.10.0/results.jsonl on relcomms-tests: line 5 is no result. Correct or delete what is there; nothing is recorded until then',
  );
  expect(issue(github, tracking).body).toContain('list of manual tests that is not known');
  const told = issue(github, tracking).comments.map(({ body }) => body);
  expect(told.join('\n')).toContain('Nothing was recorded, because the manual tests are not known');
  await edit(PATH, BRANCH, good);
  await edit('tests/manual.yml', 'main', TESTS.replace('team: web', 'team: wbe'));
  await run('2020-01-14T10:00:00Z');
  expect(section()).toContain('tests/manual.yml, line 4: No team has the id "wbe". Did you mean web?');
  expect(await results()).toBe(good);
  await edit('tests/manual.yml', 'main', TESTS);
  await say('dave', '/release test n/a web-upload@linux because there is no Linux build');
  await run('2020-01-14T12:00:00Z');
  expect(section()).toContain('| web | 2 | 0 | 0 | 0 | 1 | 1 |');
});

test('the next candidate begins with the same people; what failed and was not run again still holds it up', async () => {
  await run('2020-01-20T09:00:00Z');
  expect(await results()).toContain('{"candidate":"rc2","run":"api-delete","tester":"bob"}\n');
  await run('2020-01-21T09:00:00Z');
  expect(section()).toContain('**Release candidate 2**, Mon 27 Jan 2020: 0 of 5 tests run.');
  expect(section()).toContain('- **Failed** in rc1, not run since: `api-delete`');
  expect(section()).toContain('- rc1: 3 of 4 tests run, 1 failed');
  await say('alice', '/release test pass api-delete rc2');
  await run('2020-01-21T12:00:00Z');
  expect(section()).toContain('1 of 5 tests run.');
  expect(section()).not.toContain('not run since');
});
