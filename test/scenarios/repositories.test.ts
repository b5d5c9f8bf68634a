// A release over four repositories: one can't be read, one of another owner suspends the App and lets it in again.
import type { EmbeddedGitHub, PullSeed } from '../../packages/embedded-github/src/index.ts';
import type { RunningApp } from '../../src/server/start-app.ts';
import { expectNoViolations, startTestGitHub } from '../support/github.ts';
import { instant, startTestApp } from '../support/runs.ts';
import { smallConfig, smallSeed } from '../support/small-cycle.ts';
import { issue } from '../support/tracking.ts';

const HOSTILE = 'Fix <b>it</b> | @alice --> [x](https://evil.example)';

const CONFIG = `${smallConfig()}
report: { trend: no }
repositories:
  - { name: acme/cli, branch: 'release-{minor}', after: acme/demo }
  - { name: umbrella/charts, after: acme/cli }
  - acme/gone
  - acme/hidden
`;

const pull = (title: string, more: Partial<PullSeed> = {}): PullSeed => ({
  title,
  author: 'bob',
  files: [`${title.length}.txt`],
  ...more,
});

let github: EmbeddedGitHub;
let app: RunningApp;
let now = instant('2020-01-15T12:00:00Z');

beforeAll(async () => {
  github = await startTestGitHub({
    seed: {
      ...smallSeed(),
      files: { '.github/relcomms.yml': CONFIG },
      repos: [
        {
          repo: 'cli',
          files: { 'README.md': '# cli' },
          labels: ['release-blocker'],
          branches: { 'release-2.0': { VERSION: '2.0' } },
          commits: [{ branch: 'release-2.0', jobs: { build: 'failure', lint: 'success' } }],
          pulls: [
            pull(HOSTILE, { base: 'release-2.0' }),
            pull('Another release', { milestone: 'v3.0.0' }),
            pull('To be blocked', { milestone: 'v2.0.0', labels: ['release-blocker'] }),
          ],
        },
        {
          owner: 'umbrella',
          repo: 'charts',
          files: { 'README.md': '# charts' },
          labels: ['release-blocker'],
          pulls: [pull('Charts for the release', { milestone: 'v2.0.0' })],
        },
        {
          repo: 'hidden',
          private: true,
          files: { 'README.md': '# hidden' },
          labels: ['release-blocker'],
          pulls: [pull('A secret feature', { milestone: 'v2.0.0', labels: ['release-blocker'] })],
        },
      ],
    },
    now: () => now,
    lag: 0,
  });
  app = await startTestApp(github, () => now, false);
});

afterAll(async () => {
  expectNoViolations(github);
  await app.close();
  await github.close();
});

/** A look at everything, and what the tracking issue says then. */
async function look(): Promise<string> {
  now = (now + 15 * 60_000) as typeof now;
  await app.tick();
  await app.idle();
  return issue(github, 1).body;
}

function line(body: string, name: string): string {
  return body.split('\n').find((one) => one.startsWith(`| ${name}`)) ?? '';
}

function headline(body: string): string {
  return /^\*\*(?:Red|Unknown|Green).*$/m.exec(body)?.[0] ?? '';
}

test('all of them are in one report; who can not be read is named and never green, and comes back', async () => {
  const first = await look();
  expect(headline(first)).toBe(
    '**Red:** 2 blockers, 1 failing branch of another repository, 4 pull requests in other repositories and 1 overdue task before Code freeze.',
  );
  expect(line(first, 'acme/cli')).toBe(
    '| acme/cli | Red | 1 | 2 | fail | no tag yet | acme/demo (no tag yet) |',
  );
  expect(line(first, 'umbrella/charts')).toContain('| Amber | 0 | 1 |');
  expect(line(first, 'acme/gone')).toContain('| Unknown | unknown | unknown | unknown | unknown |');
  expect(first).toContain('checks fail on `release-2.0`: `build`');
  expect(first).toContain('**Not known:** acme/gone could not be read: there is none of this name');

  // What others write there is only read here; what not everybody may read there is counted.
  expect(first).toContain(
    'Fix &lt;b&gt;it&lt;/b&gt; \\| @&#8203;alice --&gt; \\[x\\](https:&#8203;//evil.example)',
  );
  expect(line(first, 'acme/hidden')).toContain('| Red | 1 | 1 |');
  expect(JSON.stringify(github.state()[0])).not.toContain('secret feature');

  github.setInstallation('umbrella', { state: 'suspended' });
  const suspended = await look();
  expect(line(suspended, 'umbrella/charts')).toContain('| Unknown | unknown |');
  expect(suspended).toContain(
    '**umbrella/charts: unknown.** Why: the App is suspended at umbrella. Ask an owner of umbrella to unsuspend the App.',
  );
  expect(headline(suspended)).toContain('3 pull requests in other repositories');
  github.setInstallation('umbrella', { state: 'active' });
  expect(await look()).toBe(first);
});
