// Scenario: a fix is merged to main and meant for the release branch; the audit names it until somebody picks it.
import { expectNoViolations, startTestGitHub } from '../support/github.ts';
import { instant, runAction, writesSince } from '../support/runs.ts';
import { smallConfig, smallSeed } from '../support/small-cycle.ts';
import { issue } from '../support/tracking.ts';

const CONFIG = `${smallConfig()
  .replace('    start:', '    branch: release-2.0\n    start:')
  .replace(
    'milestones: {',
    'milestones: { cherry-pick-deadline: { on: 2020-01-20, title: Last picks },',
  )}report: {}
approvals: {}
`;
const NOW = instant('2020-01-15T12:00:00Z');

test('merged with the label, named; picked, gone; nothing is asked twice', async () => {
  const seed = { ...smallSeed(), branches: { 'release-2.0': {} } };
  const github = await startTestGitHub({
    seed: { ...seed, files: { ...seed.files, '.github/relcomms.yml': CONFIG } },
    now: () => NOW,
  });
  await runAction(github, NOW);
  const carol = github.as('carol');
  const open = async (title: string, head: string, base: string, body = '') => {
    await carol.branch(head);
    await carol.putFile(`${head}.md`, title, title, head);
    return await carol.openPull({ title, head, base, body });
  };
  const fix = await open('Mend the login', 'mend', 'main');
  await github.as('bob').label(fix, 'needs-cherry-pick');
  await github.as('bob').merge(fix);
  await runAction(github, NOW);
  const lack = `#${fix} Mend the login, merged into \`main\` and not cherry-picked to \`release-2.0\`; owner: carol`;
  expect(issue(github, 1).body).toContain(lack);
  const before = github.journal.length;
  await runAction(github, NOW);
  expect(writesSince(github, before)).toEqual([]);

  const picked = await open('Mend the login in 2.0', 'mend-2.0', 'release-2.0', `Cherry-pick of #${fix}`);
  await runAction(github, NOW);
  expect(issue(github, 1).body).not.toContain(lack);
  await github.as('bob').merge(picked);
  await runAction(github, NOW);
  expect(issue(github, 1).body).not.toContain('not picked');
  expectNoViolations(github);
  await github.close();
});
