// Scenario: a release day by its run sheet: proofs check boxes, a late step is named once, and the handoff has the times.
import { reconcile } from '../../src/run/reconcile.ts';
import { testChannels } from '../support/channels.ts';
import { expectNoViolations, startTestGitHub } from '../support/github.ts';
import { defaultSeed } from '../support/github-seed.ts';
import { clientOf, writesSince } from '../support/runs.ts';
import { issue, ledgersOf } from '../support/tracking.ts';
import { at } from '../support/world.ts';

const PAGE = 'https://example.org/news/1.10.0';

const CONFIG = `cycle: { weeks: 4, release-week: 4, weeks-after: 0 }
timezone: Europe/Berlin
roles: { lead: [alice], docs: [bob] }
releases: [{ version: '1.10.0', title: Demo 1.10, start: 2020-01-06, release: 2020-01-30, branch: main }]
audiences: { teams: { slack: ['#releases'] } }
tasks:
  - { id: tag, title: Tag it, role: lead, due: release at 10:00, proof: { tag: yes } }
  - { id: build, title: Build it, role: lead, due: release at 11:00, proof: { workflow: build.yml, github-release: yes } }
  - { id: news, title: Publish the news, role: docs, due: release at 14:00, after: [build], proof: { page: 'https://example.org/news/{version}' } }
  - { id: toast, title: Raise a glass, role: docs, due: release at 18:00 }
tracking-issue: { tasks: none }
run-sheet: { late: 20 minutes, to: [teams] }
`;

test('planned and done, by proof, by command, and by hand', async () => {
  const github = await startTestGitHub({
    seed: { ...defaultSeed, files: { '.github/relcomms.yml': CONFIG } },
  });
  const channels = testChannels();
  channels.down.add(PAGE);
  const run = (now: string) =>
    reconcile({ github: clientOf(github), now: at(now), channels: channels.run() });
  const sheet = (): string => issue(github, 1).body.split('### Run sheet')[1]?.split('\n\n')[2] ?? '';
  const top = (): string => /\*\*Run sheet:\*\*.*/.exec(issue(github, 1).body)?.[0] ?? '';
  await run('2020-01-29T09:00:00Z');
  expect(top()).toBe('**Run sheet:** 0 of 4 steps done · next: Tag it, 10:00 (alice)');

  // Berlin is an hour ahead.
  await run('2020-01-30T09:20:00Z');
  expect(channels.sent.map(({ place, title }) => [place, title])).toEqual([
    ['#releases', '1.10.0: Tag it is late'],
  ]);
  expect(top()).toContain('**late:** Tag it, 10:00 (alice)');
  expect(sheet()).toContain('| Tag it (`tag`) | alice | 10:00 | **late** | tag 1.10.0: not yet |');
  const idle = github.journal.length;
  await run('2020-01-30T09:25:00Z');
  expect([channels.sent.length, writesSince(github, idle)]).toEqual([1, []]);

  await github
    .as('alice')
    .request('POST', '/repos/acme/demo/releases', { tag_name: 'v1.10.0', target_commitish: 'main' });
  await run('2020-01-30T09:35:00Z');
  expect(issue(github, 1).body).toMatch(/- \[x\] .*Tag it/);
  expect(sheet()).toContain('done 10:35, 35 minutes late | found: tag 1.10.0 |');
  // One of two proofs is not enough.
  expect(issue(github, 1).body).toMatch(/- \[ \] .*Build it/);
  await github.runJobs({ branch: 'main', workflow: 'build', jobs: { all: 'success' } });
  await run('2020-01-30T09:58:00Z');
  expect(sheet()).toContain('done 10:58, 2 minutes early |');

  // A page that nobody opens proves nothing, a command does.
  await github.as('bob').comment(1, '/release done news');
  await run('2020-01-30T13:00:00Z');
  expect(sheet()).toContain(
    '| Publish the news (`news`) | bob | 14:00 | done 14:00, on time | page: not yet |',
  );
  await github.as('bob').tick(1, 'Raise a glass');
  await run('2020-01-30T16:00:00Z');
  expect(top()).toBe('**Run sheet:** 4 of 4 steps done');
  expect(channels.sent).toHaveLength(1);
  expect(ledgersOf(github, 1)[0]?.body).toContain(
    'Run sheet: Tag it, planned 10:00, done 10:35, 35 minutes late',
  );

  await run('2020-02-03T09:00:00Z');
  const handoff = issue(github, 1).comments.at(-1)?.body ?? '';
  expect(handoff).toContain('**Run sheet**');
  expect(handoff).toContain('- Tag it, planned 10:00, done 10:35, 35 minutes late');
  expect(top()).toBe('');
  expectNoViolations(github);
  await github.close();
});
