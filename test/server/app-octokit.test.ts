// The App asks its own address for every token, also for one that it wants by name after another was revoked.
import { startTestGitHub, expectNoViolations } from '../support/github.ts';
import { instant, quiet, startTestApp } from '../support/runs.ts';
import { smallSeed } from '../support/small-cycle.ts';
import { openTrackingIssues } from '../support/tracking.ts';

test('a revoked token is replaced by one from the same GitHub', async () => {
  const github = await startTestGitHub({ seed: smallSeed() });
  let now = instant('2020-01-08T12:00:00Z');
  const app = await startTestApp(github, () => now, false);
  await app.tick();
  await quiet(github, app);
  github.setInstallation('acme', { revoke: true });
  now = instant('2020-01-09T12:00:00Z');
  const before = github.journal.length;
  await app.tick();
  await quiet(github, app);
  const asked = github.journal.slice(before).map(({ operation }) => operation);
  expect(asked).toContain('POST /app/installations/{installation_id}/access_tokens');
  expect(openTrackingIssues(github)[0]?.body).toContain('in 19 days');
  await app.close();
  expectNoViolations(github);
  await github.close();
});
