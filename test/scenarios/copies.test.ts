// Scenario: a date moves, copies of it are named with their lines, a pull request changes one, and after the merge nothing is left.
import type { EmbeddedGitHub } from '../../packages/embedded-github/src/index.ts';
import { expectNoViolations, startTestGitHub } from '../support/github.ts';
import { defaultSeed } from '../support/github-seed.ts';
import { instant, runAction, writesSince } from '../support/runs.ts';
import { issue, repository } from '../support/tracking.ts';

const TABLE = `# Acme 1.0

| What | When | Who |
| --- | --- | --- |
| Begin Code Freeze | Friday 15th November 2019 | Ann |
| Code freeze of 1.1 | Friday 15th November 2019 | Ann |
| 1.0.0 released | Tue, Nov 26, 2019 | Ann |
`;

const CONFIG = `cycle: { weeks: 4, release-week: 4, weeks-after: 0 }
timezone: UTC
roles: { lead: [alice] }
milestones: { code-freeze: { on: 2019-11-15, title: Code freeze } }
releases: [{ version: '1.0.0', start: 2019-11-04, release: 2019-11-26 }]
tracking-issue: { tasks: none }
report: {}
copies:
  files:
    - { path: docs/1.0.md, propose: true }
    - { path: data/dates.yml }
    - { path: docs/none.md }
    - { repository: acme/website, path: index.md }
`;

const REQUESTS = /RelcommsLook|graphql/;

async function start() {
  const clock = { now: instant('2019-11-04T09:00:00Z') };
  const files = {
    '.github/relcomms.yml': CONFIG,
    'docs/1.0.md': TABLE,
    'data/dates.yml': 'version: 1.0\ncode_freeze: 2019-11-15\n',
  };
  const github = await startTestGitHub({ seed: { ...defaultSeed, files }, now: () => clock.now });
  const run = async (now: string) => {
    clock.now = instant(now);
    const before = github.journal.length;
    const done = await runAction(github, clock.now);
    const asked = github.journal.slice(before).filter(({ operation }) => REQUESTS.test(operation)).length;
    return { done, asked, writes: writesSince(github, before) };
  };
  return { github, run };
}

async function textOf(github: EmbeddedGitHub, path: string, branch = 'main'): Promise<string> {
  const { json } = await github.as('alice').request('GET', `/repos/acme/demo/contents/${path}?ref=${branch}`);
  return Buffer.from((json as { content: string }).content, 'base64').toString('utf8');
}

test('a slip names a copy, its pull request changes one date, and after the merge it is gone', async () => {
  const { github, run } = await start();
  await run('2019-11-04T09:00:00Z');
  await run('2019-11-04T10:00:00Z');
  expect(issue(github, 1).body).not.toContain('the config says');
  expect(issue(github, 1).body).toContain('docs/none.md could not be read: there is no such file');
  expect(issue(github, 1).body).toContain('acme/website index.md could not be read');
  const idle = await run('2019-11-04T11:00:00Z');
  expect(idle.writes).toEqual([]);

  await github.as('alice').comment(1, '/release slip code-freeze=2019-11-19');
  await run('2019-11-05T09:00:00Z');
  const slip = repository(github).issues.find(({ pull }) => pull)?.number ?? 0;
  await github.as('alice').merge(slip);
  await run('2019-11-05T10:00:00Z');
  await run('2019-11-05T10:10:00Z');
  const comments = issue(github, 1).comments.length;
  expect(issue(github, 1).body).toMatch(
    /`docs\/1\.0\.md:5` says `Friday 15th November 2019` for \*\*Code freeze\*\*; the config says Tue 19 Nov 2019(?! \d)/,
  );
  expect(issue(github, 1).body).toContain('`data/dates.yml:2` says `2019-11-15` for **Code freeze**');
  const pulls = repository(github).issues.filter(({ pull, number }) => pull && number !== slip);
  expect(pulls.map(({ title }) => title)).toEqual(['Update the dates of 1.0.0 in docs/1.0.md']);
  const still = await run('2019-11-05T11:00:00Z');
  expect(still.writes).toEqual([]);

  await github.as('alice').merge(pulls[0]?.number ?? 0);
  expect(await textOf(github, 'docs/1.0.md')).toBe(
    TABLE.replace('Friday 15th November 2019', 'Tuesday 19th November 2019'),
  );
  await run('2019-11-05T12:00:00Z');
  await run('2019-11-05T12:10:00Z');
  expect(issue(github, 1).body).not.toContain('docs/1.0.md:5');
  expect(issue(github, 1).body).toContain('data/dates.yml:2');
  expect(issue(github, 1).comments).toHaveLength(comments);
  expectNoViolations(github);
  await github.close();
});
