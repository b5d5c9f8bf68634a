// Scenario: three releases, whose lead is taken in turn while one person is away: people, boarding and the handoff.
import type { EmbeddedGitHub } from '../../packages/embedded-github/src/index.ts';
import { expectNoViolations, startTestGitHub } from '../support/github.ts';
import { kubernetesSeed } from '../support/kubernetes-seed.ts';
import { noon, runAction, writesSince } from '../support/runs.ts';
import { issue, repository } from '../support/tracking.ts';

const CONFIG = `timezone: UTC
limits: { operations: 200 }
cycle: { weeks: 4, release-week: 4, weeks-after: 0 }
people: { bob: { away: [{ from: 2020-03-02, to: 2020-03-13 }] } }
roles:
  lead:
    rotation: { through: [alice, bob, carol], turns: { v1.30: alice } }
    boarding:
      - Join the release channel
      - { title: Get access to the registry, link: https://example.com/registry }
tasks: [{ id: build, title: Build it, role: lead, due: release }]
releases:
  - { version: v1.30, release: 2020-01-31 }
  - { version: v1.31, release: 2020-03-06 }
  - { version: v1.32, release: 2020-04-10 }
`;

let github: EmbeddedGitHub;

beforeEach(async () => {
  github = await startTestGitHub({ seed: kubernetesSeed(CONFIG) });
});

afterEach(async () => {
  expectNoViolations(github);
  await github.close();
});

function titled(title: string) {
  const found = repository(github).issues.find((one) => one.title === title);
  if (found === undefined)
    throw new Error(
      `no ${title} among ${repository(github)
        .issues.map((one) => one.title)
        .join(', ')}`,
    );
  return found;
}

function movers(): string[] {
  return repository(github)
    .issues.filter(({ title }) => /^(Boarding|Leaving):/.test(title))
    .map(({ title, assignees, state }) => `${title} [${assignees.join(', ')}] ${state}`);
}

async function on(...days: readonly string[]): Promise<void> {
  // oxlint-disable-next-line no-await-in-loop -- one day after the other
  for (const day of days) await runAction(github, noon(day));
}

/** The second release with its lead by name. */
function named(login: string): string {
  return `{ version: v1.31, release: 2020-03-06, roles: { lead: [${login}] } }`;
}

async function expectPeace(day: string): Promise<void> {
  const before = github.journal.length;
  await on(day);
  expect(writesSince(github, before)).toEqual([]);
}

test('a rotation with a person away: who leads, who is told what, and what is handed off', async () => {
  await on('2020-01-06', '2020-01-06', '2020-01-28');
  const first = titled('Release v1.30');
  expect(first.assignees).toEqual(['alice']);
  expect(first.body).toContain('**People:** lead alice\n\n**Next lead:** v1.31 carol · v1.32 bob');
  expect(titled('Build it').assignees).toEqual(['alice']);
  // Nobody knows who had it before, so nobody is said to be new.
  expect(movers()).toEqual([]);

  // The cycle of v1.30 ended on 2 February; that of v1.31 begins on 10 February.
  await on('2020-02-03', '2020-02-04');
  const handOff = issue(github, first.number).comments.find(({ body }) =>
    body.includes('/hand-over -->'),
  )?.body;
  expect(handOff).toContain(`**Roles**

- lead in v1.31: carol, before alice (boarding of carol: issue opens on Mon 10 Feb 2020; leaving of alice: issue opens on Mon 10 Feb 2020)
- Before you delete this release from the config, add the next turn to \`turns\` of lead: \`v1.31: carol\``);

  await on('2020-02-10', '2020-02-10', '2020-02-11');
  const second = titled('Release v1.31');
  expect(second.assignees).toEqual(['carol']);
  expect(second.body).toContain('**People:** lead carol\n\n**Next lead:** v1.32 bob');
  expect(movers()).toEqual([
    'Boarding: carol is lead of v1.31 [carol] open',
    'Leaving: alice is no longer lead in v1.31 [alice] open',
  ]);
  const boarding = titled('Boarding: carol is lead of v1.31');
  expect(boarding.milestone).toBe('v1.31');
  expect(boarding.body).toContain('- **Had it before:** alice');
  expect(boarding.body).toMatch(/- \[ \] .*Join the release channel/);
  expect(boarding.body).toMatch(
    /- \[ \] .*\[Get access to the registry\]\(<https:\/\/example.com\/registry>\)/,
  );
  const leaving = titled('Leaving: alice is no longer lead in v1.31');
  expect(leaving.body).toMatch(/- \[ \] .*Undo: Join the release channel/);
  await expectPeace('2020-02-11');

  // Checks of people stay, a closed issue stays closed, and neither is opened twice.
  await github.as('carol').tick(boarding.number, 'Join the release channel');
  await github.as('alice').close(leaving.number);
  await on('2020-02-12', '2020-02-26');
  expect(issue(github, boarding.number).body).toMatch(/- \[x\] .*Join the release channel/);
  expect(movers()).toEqual([
    'Boarding: carol is lead of v1.31 [carol] open',
    'Leaving: alice is no longer lead in v1.31 [alice] closed',
  ]);

  // v1.30 is deleted as the handoff says: nobody's role changes.
  const config = CONFIG.replace('v1.30: alice', 'v1.30: alice, v1.31: carol').replace(
    '  - { version: v1.30, release: 2020-01-31 }\n',
    '',
  );
  await github.as('alice').putFile('.github/relcomms.yml', config);
  await on('2020-03-03', '2020-03-04');
  expect(issue(github, second.number).assignees).toEqual(['carol']);
  expect(issue(github, second.number).body).toContain('**Next lead:** v1.32 bob');
  expect(movers()).toHaveLength(2);

  // The cycle ends on 8 March with carol's issue open: it is closed as the issues of tasks are.
  await on('2020-03-09', '2020-03-10');
  expect(issue(github, boarding.number)).toMatchObject({ state: 'closed', stateReason: 'not_planned' });
  expect(issue(github, boarding.number).body).toContain('**Closed:** the cycle ended on Sun 8 Mar 2020');
  expect(issue(github, boarding.number).body).toMatch(/- \[x\] .*Join the release channel/);

  await on('2020-03-16', '2020-03-16', '2020-03-17');
  expect(titled('Release v1.32').assignees).toEqual(['bob']);
  expect(movers().slice(2)).toEqual([
    'Boarding: bob is lead of v1.32 [bob] open',
    'Leaving: carol is no longer lead in v1.32 [carol] open',
  ]);
  await expectPeace('2020-03-17');
});

test('who keeps a role gets no issue, and who loses it in the middle of a cycle needs theirs no longer', async () => {
  const config = CONFIG.replace('{ version: v1.31, release: 2020-03-06 }', named('alice'));
  await github.as('alice').putFile('.github/relcomms.yml', config);
  await on('2020-02-10', '2020-02-10');
  expect(movers()).toEqual([]);
  await github.as('alice').putFile('.github/relcomms.yml', config.replace(named('alice'), named('bob')));
  await on('2020-02-11', '2020-02-11');
  expect(movers()).toEqual([
    'Boarding: bob is lead of v1.31 [bob] open',
    'Leaving: alice is no longer lead in v1.31 [alice] open',
  ]);
  await github.as('alice').putFile('.github/relcomms.yml', config);
  await on('2020-02-12', '2020-02-12');
  expect(movers()).toEqual([
    'Boarding: bob is lead of v1.31 [bob] closed',
    'Leaving: alice is no longer lead in v1.31 [alice] closed',
  ]);
  await expectPeace('2020-02-12');
});

test('issues of people who take a role are carried over, and taken back, as those of tasks are', async () => {
  const config = `${CONFIG}tracking-issue: { at-end: carry }\n`;
  await github.as('alice').putFile('.github/relcomms.yml', config);
  await on('2020-02-10', '2020-02-10', '2020-03-09', '2020-03-16', '2020-03-16');
  const boarding = titled('Boarding: carol is lead of v1.31');
  expect(boarding).toMatchObject({ state: 'open', milestone: 'v1.32' });
  expect(boarding.body).toContain('**Carried over to v1.32:**');
  expect(titled('Release v1.32').body).toContain(
    `#${boarding.number} Boarding: carol is lead of v1.31, from v1.31`,
  );
  await github.as('alice').putFile('.github/relcomms.yml', `enabled: no\n${config}`);
  await on('2020-03-17');
  expect(movers().map((line) => line.split(' ').at(-1))).toEqual(['closed', 'closed', 'closed', 'closed']);
});
