// Scenario: a failing manual test gets an issue, or is linked to one that its reason names; a pass closes it.
import { expectNoViolations } from '../support/github.ts';
import { type ManualWorld, startManualWorld } from '../support/manual-world.ts';
import { writesSince } from '../support/runs.ts';

const CONFIG = `cycle: { weeks: 4, release-week: 4, weeks-after: 0 }
timezone: UTC
roles: { lead: [alice] }
teams: { api: { github: acme/api, lead: dave, people: [bob, carol] } }
milestones:
  rc1: { on: 2020-01-17, title: Release candidate 1 }
  rc2: { on: 2020-01-24, title: Release candidate 2 }
releases: [{ version: '1.10.0', start: 2020-01-06, release: 2020-01-30 }]
tracking-issue: { tasks: none }
report: { trend: no }
manual-tests:
  remind: no
  tests:
    - { id: a, title: 'Log in as @frank', team: api, steps: [Open it, 'Press #1'], expected: It opens. }
    - { id: b, title: Two, team: api }
    - { id: c, title: Three, team: api }
`;

let world: ManualWorld;

beforeAll(async () => {
  world = await startManualWorld(CONFIG, '2020-01-10T09:00:00Z');
  await world.run('2020-01-13T09:00:00Z');
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
  readonly labels: readonly { readonly name: string }[];
}

async function failing(): Promise<readonly Shown[]> {
  const all = await world.rest<readonly Shown[]>('GET', 'issues?state=all&per_page=100');
  return (all ?? []).filter(({ title }) => title.startsWith('Manual test failed')).toReversed();
}

test('an issue for what names none, a link for what does; a pass in the next candidate closes it', async () => {
  await world.say(
    'bob',
    [
      '/release test fail a because it hangs, @frank',
      '/release test fail b because of #1',
      '/release test fail c because of https://github.com/acme/other/issues/7.',
    ].join('\n'),
  );
  await world.run('2020-01-13T12:00:00Z');
  const issues = await failing();
  expect(issues).toHaveLength(1);
  const [first] = issues;
  expect(first).toMatchObject({
    title: 'Manual test failed: Log in as @frank (rc1)',
    state: 'open',
    labels: [{ name: 'failing-manual-test' }],
  });
  for (const words of [
    '1. Open it\n2. Press',
    '**Expected**\n\nIt opens.',
    'it hangs, @&#8203;frank',
    'bob on Mon 13 Jan',
  ])
    expect(first?.body).toContain(words);
  expect(first?.body).not.toMatch(/@(?:frank|bob)/);
  const rows = await world.results();
  expect(rows).toMatch(new RegExp(`"run":"a".*"link":"[^"]+/acme/demo/issues/${first?.number}"`));
  expect(rows).toMatch(/"run":"b".*"link":"[^"]+\/acme\/demo\/issues\/1"/);
  expect(rows).toMatch(/"run":"c".*"link":"https:\/\/github.com\/acme\/other\/issues\/7"/);
  expect(world.section()).toContain(`(bob), #${first?.number}: it hangs`);
  expect(world.section()).toContain('(bob), #1: ');
  expect(world.section()).toContain('[github.com](<https://github.com/acme/other/issues/7>)');
  const idle = world.github.journal.length;
  await world.run('2020-01-13T15:00:00Z');
  expect(writesSince(world.github, idle)).toEqual([]);

  await world.run('2020-01-20T09:00:00Z');
  await world.say('carol', '/release test fail a because it hangs again');
  await world.run('2020-01-20T12:00:00Z');
  expect(await failing()).toHaveLength(1);
  await world.say('carol', '/release test pass a');
  await world.run('2020-01-21T12:00:00Z');
  expect((await failing())[0]).toMatchObject({
    state: 'closed',
    body: expect.stringContaining('**Passed** in rc2 by carol on Mon 20 Jan 2020.') as string,
  });
  const after = world.github.journal.length;
  await world.run('2020-01-21T15:00:00Z');
  expect(writesSince(world.github, after)).toEqual([]);
});

test('what people closed stays closed while it fails', async () => {
  await world.say('carol', '/release test fail a because it is slow');
  await world.run('2020-01-22T09:00:00Z');
  const second = (await failing())[1];
  expect(second).toMatchObject({ title: 'Manual test failed: Log in as @frank (rc2)', state: 'open' });
  await world.rest('PATCH', `issues/${second?.number}`, { state: 'closed' });
  await world.run('2020-01-22T12:00:00Z');
  await world.run('2020-01-22T15:00:00Z');
  expect((await failing()).map(({ state }) => state)).toEqual(['closed', 'closed']);
});
