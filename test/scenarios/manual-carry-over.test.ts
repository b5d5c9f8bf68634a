// Scenario: a pass counts for the next candidate where nothing that its test covers changed between the two tags.
import { expectNoViolations } from '../support/github.ts';
import { type ManualWorld, startManualWorld } from '../support/manual-world.ts';
import { writesSince } from '../support/runs.ts';

const CONFIG = `cycle: { weeks: 4, release-week: 4, weeks-after: 0 }
timezone: UTC
roles: { lead: [alice] }
teams: { api: { github: acme/api, people: [bob, carol] } }
milestones:
  rc1: { on: release - 10 days, title: Release candidate 1 }
  rc2: { on: release - 3 days, title: Release candidate 2 }
releases: [{ version: '1.10.0', start: 2020-01-06, release: 2020-01-30 }]
tracking-issue: { tasks: none }
report: { trend: no }
manual-tests:
  carry-over: yes
  tests:
    - { id: api, title: Call the API, team: api, covers: [src/api/**] }
    - { id: docs, title: Read the docs, team: api, covers: [docs/**] }
    - { id: all, title: Look at all of it, team: api }
    - { id: bad, title: Break it, team: api, covers: [docs/**] }
`;

let world: ManualWorld;

beforeAll(async () => {
  world = await startManualWorld(CONFIG, '2020-01-13T09:00:00Z');
  await world.github.as('alice').pushBranch('rc', { 'src/api/a.ts': 'a' }, 'Begin');
});

afterAll(async () => {
  expectNoViolations(world.github);
  await world.github.close();
});

async function tag(name: string): Promise<void> {
  const { object } = (await world.rest<{ object: { sha: string } }>('GET', 'git/ref/heads/rc')) ?? {
    object: { sha: '' },
  };
  await world.rest('DELETE', `git/refs/tags/${name}`);
  await world.rest('POST', 'git/refs', { ref: `refs/tags/${name}`, sha: object.sha });
}

const comparedSince = (from: number) =>
  world.github.journal.slice(from).filter(({ path }) => path.includes('/compare/')).length;

test('a pass carries over once both tags are there, and is compared once; a moved tag is compared again', async () => {
  const lines = ['api', 'docs', 'all'].map((id) => `/release test pass ${id}`);
  await world.say('bob', [...lines, '/release test fail bad because it broke'].join('\n'));
  await world.run('2020-01-16T09:00:00Z');
  await tag('v1.10.0-rc.1');
  const begun = world.github.journal.length;
  await world.run('2020-01-21T09:00:00Z');
  expect(comparedSince(begun)).toBe(0);
  expect(world.section()).toContain('0 of 4 tests run');

  await world.github.as('alice').putFile('src/api/b.ts', 'b', 'Mend', 'rc');
  await tag('v1.10.0-rc.2');
  await world.run('2020-01-21T12:00:00Z');
  expect(comparedSince(begun)).toBe(1);
  expect(await world.results()).toContain(
    '{"candidate":"rc2","run":"docs","result":"pass","tester":"bob","day":"2020-01-13","note":"passed in rc1, nothing it covers changed"}\n',
  );
  expect(await world.results()).not.toMatch(/"rc2","run":"(?:api|all|bad)","result"/);
  expect(world.section()).toContain('1 of 4 tests run');
  expect(world.section()).toContain(
    '1 pass of rc1 counts here, because nothing that the test covers changed.',
  );

  const idle = world.github.journal.length;
  await world.run('2020-01-21T14:00:00Z');
  expect([writesSince(world.github, idle), comparedSince(idle)]).toEqual([[], 0]);

  await world.github.as('alice').putFile('docs/a.md', 'a', 'Write', 'rc');
  await tag('v1.10.0-rc.2');
  await world.run('2020-01-21T16:00:00Z');
  expect(comparedSince(idle)).toBe(1);
  expect(await world.results()).not.toContain('"note":"passed in rc1');
  expect(world.section()).toContain('0 of 4 tests run');
});
