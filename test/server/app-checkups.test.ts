// The App checks a repository beside its first run, and /readyz tells what is missing; GitHub is asked for it once.
import { appExaminer } from '../../src/doctor/examine-as-app.ts';
import type { Instant } from '../../src/domain/day.ts';
import { leapingPauses } from '../../src/github/pauses.ts';
import { startApp } from '../../src/server/start-app.ts';
import { expectNoViolations, startTestGitHub } from '../support/github.ts';
import { instant } from '../support/runs.ts';
import { smallSeed } from '../support/small-cycle.ts';

const TOKEN = 'a-token-of-sixteen';

const checks = (operations: readonly string[]): number =>
  operations.filter((one) => one === 'RelcommsDoctor').length;

test('what the installation lacks is told until it has it', async () => {
  let now: Instant = instant('2020-01-08T12:00:00Z');
  const github = await startTestGitHub({ seed: smallSeed(), now: () => now });
  const granted = { contents: 'write', issues: 'write', pull_requests: 'write', members: 'read' };
  const rest = { statuses: 'read', actions: 'read', discussions: 'write', issue_fields: 'read' };
  github.setInstallation('acme', { permissions: { ...granted, ...rest, checks: 'read' } });
  const app = await startApp({
    appId: github.app.id,
    privateKey: github.app.privateKey,
    webhookSecret: github.app.webhookSecret,
    baseUrl: `${github.url}/api/v3`,
    port: 0,
    host: '127.0.0.1',
    now: () => now,
    pauses: leapingPauses(() => now),
    logLevel: 'fatal',
    tick: false,
    statusToken: TOKEN,
    examine: appExaminer({
      env: {},
      api: `${github.url}/api/v3`,
      appId: String(github.app.id),
      now: () => now,
      maySend: () => false,
    }),
  });
  const told = async (authorization = ''): Promise<unknown> => {
    const answer = await fetch(`${app.url}/readyz`, { headers: { authorization } });
    expect(answer.status).toBe(200);
    return await answer.json();
  };
  const round = async (hours: number): Promise<string[]> => {
    now = (now + hours * 3_600_000) as Instant;
    const from = github.journal.length;
    await app.tick();
    await app.idle();
    return github.journal.slice(from).map(({ operation }) => operation);
  };
  try {
    expect(await told()).toEqual({ ready: true, missing: { repositories: 0, things: 0 } });
    expect(checks(await round(0))).toBe(1);
    const { missing } = (await told()) as { readonly missing: { readonly things: number } };
    expect(missing).toEqual({ repositories: 1, things: missing.things });
    expect(await told(`Bearer ${TOKEN}`)).toMatchObject({
      missing: {
        findings: expect.arrayContaining([
          expect.objectContaining({
            repository: 'acme/demo',
            what: 'Permissions: checks: write',
            found: 'only read is granted',
            lost: [expect.stringMatching(/^the check of the config in pull requests:/) as string],
            fix: 'The App asks for it: let an owner accept the new permissions.',
            link: expect.stringMatching(/\/installations\/\d+$/) as string,
          }) as object,
        ]) as object[],
        left: 0,
      },
    });
    expect(checks(await round(1))).toBe(0);
    github.setInstallation('acme', { permissions: { ...granted, ...rest, checks: 'write' } });
    expect(checks(await round(24))).toBe(1);
    expect(await told(`Bearer ${TOKEN}`)).not.toMatchObject({
      missing: {
        findings: expect.arrayContaining([
          expect.objectContaining({ what: 'Permissions: checks: write' }),
        ]) as object[],
      },
    });
    expectNoViolations(github);
  } finally {
    await app.close();
    await github.close();
  }
});
