// Scenario: two people swap a role between two releases by a command, and a pull request that people merge.
import type { EmbeddedGitHub } from '../../packages/embedded-github/src/index.ts';
import { expectNoViolations, startTestGitHub } from '../support/github.ts';
import { kubernetesSeed } from '../support/kubernetes-seed.ts';
import { noon, runAction } from '../support/runs.ts';
import { issue, repository } from '../support/tracking.ts';

const CONFIG = `timezone: UTC
cycle: { weeks: 4, release-week: 4, weeks-after: 0 }
roles:
  lead: { rotation: { through: [alice, bob, carol], turns: { v1.30: alice } } }
  docs: []
tasks: [{ id: build, title: Build it, role: lead, due: release }]
releases:
  - { version: v1.30, release: 2020-01-31 }
  - version: v1.31 # the big one
    release: 2020-03-06
  - version: v1.32
    release: 2020-04-10
  - { version: v1.33, release: 2020-05-15 }
`;

const NOW = noon('2020-01-07');

let github: EmbeddedGitHub;

beforeEach(async () => {
  github = await startTestGitHub({ seed: kubernetesSeed(CONFIG) });
  await runAction(github, NOW);
});

afterEach(async () => {
  expectNoViolations(github);
  await github.close();
});

/** What is answered to a command, without who is asked. */
async function say(text: string): Promise<string> {
  await github.as('alice').comment(1, text);
  await runAction(github, NOW);
  return issue(github, 1).comments.at(-1)?.body ?? '';
}

test('a swap changes the people of two releases, and the turns of no other', async () => {
  await say('/release swap lead v1.31 v1.32');
  const [pull] = repository(github).issues.filter((one) => one.pull);
  expect(pull?.title).toBe('Swap lead of v1.31 and v1.32');
  expect(pull?.body).toContain('It concerns bob and carol: merge it when they agree.');
  expect(pull?.body).toContain('| v1.31 | Fri 6 Mar 2020 | bob | carol |');
  const path = '/repos/acme/demo/contents/.github/relcomms.yml?ref=relcomms/swap-lead-v1.31-v1.32';
  const { json } = await github.as('alice').request('GET', path);
  const text = Buffer.from((json as { content: string }).content, 'base64').toString('utf8');
  expect(text).toBe(
    CONFIG.replace('release: 2020-03-06\n', 'release: 2020-03-06\n    roles: { lead: [carol] }\n').replace(
      'release: 2020-04-10\n',
      'release: 2020-04-10\n    roles: { lead: [bob] }\n',
    ),
  );
  expect(issue(github, 1).body).toContain('**Next lead:** v1.31 bob · v1.32 carol');
  await github.as('alice').putFile('.github/relcomms.yml', text);
  await runAction(github, NOW);
  expect(issue(github, 1).body).toContain('**Next lead:** v1.31 carol · v1.32 bob');
});

test('with one version, the release of the tracking issue is the other', async () => {
  await say('/release swap lead v1.33');
  const [pull] = repository(github).issues.filter((one) => one.pull);
  expect(pull).toBeUndefined();
  expect(await say('/release swap lead v1.32')).not.toContain('is with');
  const pulls = repository(github).issues.filter((one) => one.pull);
  expect(pulls.map(({ title }) => title)).toEqual(['Swap lead of v1.30 and v1.32']);
});

test('what can not be swapped is answered', async () => {
  for (const [text, words] of [
    ['/release swap', 'Write: /release swap ROLE VERSION VERSION'],
    ['/release swap lead', 'Write: /release swap ROLE VERSION VERSION'],
    ['/release swap lead v1.30 v1.31 v1.32', 'Write: /release swap ROLE VERSION VERSION'],
    ['/release swap lead v1.3 v1.31', 'There is no release "v1.3" in the config. Did you mean v1.30?'],
    ['/release swap lead v1.31 v1.31', 'Name two releases: v1.31 is both of them.'],
    ['/release swap led v1.31 v1.32', '"led" is no role of v1.31. Did you mean "lead"?'],
    ['/release swap docs v1.31 v1.32', 'Nobody has the role "docs" in v1.31.'],
    ['/release swap lead v1.30 v1.33', 'The role "lead" is with alice in both releases.'],
  ] as const)
    // oxlint-disable-next-line no-await-in-loop -- one command after the other
    expect((await say(text)).replaceAll('\\', '')).toContain(words);
  expect(repository(github).issues.filter((one) => one.pull)).toEqual([]);
});
