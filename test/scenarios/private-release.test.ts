// Scenario: a security release that nobody may see before it is out; in a public repository nothing is done for it.
import type { EmbeddedGitHub, GitHubSeed } from '../../packages/embedded-github/src/index.ts';
import { kubernetesSeed } from '../support/kubernetes-seed.ts';
import { expectNoViolations, startTestGitHub } from '../support/github.ts';
import { instant, quiet, runAction, startTestApp } from '../support/runs.ts';
import { repository, seen } from '../support/tracking.ts';

const CONFIG = `extends: [basic]
timezone: UTC
roles: { lead: [alice] }
kinds:
  security: { extends: [security-release], private: yes }
  quiet: { extends: [security] }
releases:
  - { version: 1.5.0, release: 2026-03-10 }
  - { version: 1.4.7, kind: security, release: 2026-02-10, title: Sesame }
  - { version: 1.4.8, kind: quiet, release: 2026-02-17, title: Poppy }
deadlines:
calendar:
`;

const SECRET = /1\.4\.[78]|Sesame|Poppy|security|disclos/i;
const FIRST = instant('2026-02-10T12:00:00Z');
const DAYS = ['02', '05', '10', '12', '17', '24'].map((day) => instant(`2026-02-${day}T12:00:00Z`));

function seedOf(isPrivate: boolean): GitHubSeed {
  return { ...kubernetesSeed(CONFIG), private: isPrivate };
}

/** Everything that was written into the repository, but for the config that people wrote. */
function written(github: EmbeddedGitHub): string {
  const { files: _files, ...rest } = repository(github) as unknown as { readonly files: unknown };
  return JSON.stringify([rest, seen(github)]).replaceAll(JSON.stringify(CONFIG).slice(1, -1), '');
}

test('in a public repository nothing names it, and each run says why', async () => {
  const github = await startTestGitHub({ seed: seedOf(false) });
  for (const day of DAYS) {
    // oxlint-disable-next-line no-await-in-loop -- day after day
    const run = await runAction(github, day);
    if (run.kind !== 'applied') throw new Error(run.kind);
    expect(run.warnings.map(({ code, line, message }) => `${line} ${code}: ${message}`)).toEqual([
      '9 private-in-public: 1.4.7 is private, and this repository is public: everyone can read this line. relcomms does nothing for this release.',
      '10 private-in-public: 1.4.8 is private, and this repository is public: everyone can read this line. relcomms does nothing for this release.',
    ]);
  }
  expect(repository(github).issues.map(({ title }) => title)).toContain('Release 1.5.0');
  expect(SECRET.exec(written(github))).toBeNull();
  expectNoViolations(github);
});

test('in a private repository it is a release like any other', async () => {
  const github = await startTestGitHub({ seed: seedOf(true) });
  for (const day of DAYS) {
    // oxlint-disable-next-line no-await-in-loop -- day after day
    const run = await runAction(github, day);
    if (run.kind !== 'applied') throw new Error(run.kind);
    expect(run.warnings).toEqual([]);
  }
  const titles = repository(github).issues.map(({ title }) => title);
  expect(titles).toEqual(expect.arrayContaining(['Release 1.5.0', 'Release Sesame', 'Release Poppy']));
  expect(titles).toContain('Write the advisory');
});

test('the App does the same', async () => {
  const github = await startTestGitHub({ seed: seedOf(false) });
  await runAction(github, FIRST);
  const app = await startTestApp(github, () => FIRST);
  await github.as('alice').comment(1, '/release status');
  await quiet(github, app);
  expect(repository(github).issues[0]?.comments.length).toBeGreaterThan(1);
  expect(SECRET.exec(written(github))).toBeNull();
  await app.close();
});
