// Scenario: testers who record nothing are asked, then the lead of their team, then the release leads; results end it.
import { expectNoViolations } from '../support/github.ts';
import { type ManualWorld, startManualWorld } from '../support/manual-world.ts';
import { writesSince } from '../support/runs.ts';

const CONFIG = `cycle: { weeks: 4, release-week: 4, weeks-after: 0 }
timezone: UTC
roles: { lead: [alice] }
teams: { api: { github: acme/api, lead: dave, people: [bob, carol] } }
milestones: { rc1: { on: 2020-01-17, title: Release candidate 1 } }
releases: [{ version: '1.10.0', start: 2020-01-06, release: 2020-01-30 }]
tracking-issue: { tasks: none }
report: { trend: no }
manual-tests:
  tests:
    - { id: a, title: One, team: api }
    - { id: b, title: Two, team: api }
`;

let world: ManualWorld;

beforeAll(async () => {
  world = await startManualWorld(CONFIG, '2020-01-10T09:00:00Z');
});

afterAll(async () => {
  expectNoViolations(world.github);
  await world.github.close();
});

interface Shown {
  readonly number: number;
  readonly title: string;
  readonly body: string;
  readonly state: string;
  readonly assignees: readonly { readonly login: string }[];
}

async function silence(): Promise<Shown | undefined> {
  const all = await world.rest<readonly Shown[]>('GET', 'issues?state=all&per_page=100');
  return all?.find(({ title }) => title.startsWith('Manual tests without progress'));
}

const assigned = async () => (await silence())?.assignees.map(({ login }) => login);

test('testers, then their lead, then the release leads are asked in one issue, which closes once all is run', async () => {
  await world.run('2020-01-13T09:00:00Z');
  await world.say('carol', '/release test pass b');
  await world.run('2020-01-13T12:00:00Z');
  expect(await silence()).toBeUndefined();
  await world.run('2020-01-14T09:00:00Z');
  const issue = await silence();
  expect(issue?.title).toBe('Manual tests without progress: Release candidate 1 (1.10.0)');
  expect(issue?.body).toContain('- **api**: @bob has 1 open test');
  expect(issue?.body).not.toContain('carol');

  const idle = world.github.journal.length;
  await world.run('2020-01-14T12:00:00Z');
  await world.run('2020-01-14T15:00:00Z');
  expect(writesSince(world.github, idle)).toEqual([]);

  await world.run('2020-01-15T09:00:00Z');
  expect(await assigned()).toEqual(['dave']);
  await world.run('2020-01-16T09:00:00Z');
  expect(await assigned()).toEqual(['dave', 'alice']);
  await world.run('2020-01-16T12:00:00Z');
  const settled = world.github.journal.length;
  await world.run('2020-01-17T09:00:00Z');
  expect(
    writesSince(world.github, settled).filter((one) => one.includes(`/issues/${issue?.number}`)),
  ).toEqual([]);

  await world.say('bob', '/release test pass a');
  await world.run('2020-01-17T12:00:00Z');
  await world.run('2020-01-17T15:00:00Z');
  expect(await silence()).toMatchObject({
    state: 'closed',
    body: expect.stringContaining('**Over.**') as string,
  });
  const comments = await world.rest<readonly unknown[]>('GET', `issues/${issue?.number}/comments`);
  expect(comments).toEqual([]);
});
