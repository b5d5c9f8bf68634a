// Scenario: a window from the cut to the closing statement; what is missing is named, and an idle run writes nothing.
import { expectNoViolations, startTestGitHub } from '../support/github.ts';
import { instant, runAction, writesSince } from '../support/runs.ts';
import { smallConfig, smallSeed } from '../support/small-cycle.ts';
import { issue } from '../support/tracking.ts';

const CONFIG = `${smallConfig()
  .replace('    start:', '    branch: release-2.0\n    start:')
  .replace(
    'milestones: {',
    'milestones: { branch-cut: { on: 2020-01-13 }, cherry-pick-deadline: { on: 2020-01-20, title: Last picks },',
  )}report: {}
approvals: {}
cherry-picks: {}
freeze: {}
`;

test('missing by label and by GitHub milestone, reverted, and closed with a statement', async () => {
  let clock = instant('2020-01-15T12:00:00Z');
  const seed = { ...smallSeed(), branches: { 'release-2.0': {} } };
  const github = await startTestGitHub({
    seed: { ...seed, files: { ...seed.files, '.github/relcomms.yml': CONFIG } },
    now: () => clock,
  });
  const run = () => runAction(github, clock);
  await run();
  const carol = github.as('carol');
  const open = async (title: string, head: string, base: string, body = '') => {
    await carol.pushBranch(head, { [`${head}.md`]: title }, title, base);
    return await carol.openPull({ title, head, base, body });
  };
  const [one, two, three] = [
    await open('Mend the login', 'login', 'main'),
    await open('Mend the door', 'door', 'main'),
    await open('Mend the roof', 'roof', 'main'),
  ];
  for (const fix of [one, three]) await github.as('bob').label(fix, 'needs-cherry-pick');
  await github.as('alice').setMilestone(two, 'v2.0.0');
  for (const fix of [one, two, three]) await github.as('bob').merge(fix);
  const pick = await open('[2.0] Mend the login', 'login-2.0', 'release-2.0', `Cherry-pick of #${one}`);
  await github.as('bob').merge(pick);
  const back = await open(`Revert "Mend the roof (#${three})"`, 'back', 'main', `Reverts #${three}`);
  await github.as('bob').merge(back);
  await run();
  const { body } = issue(github, 1);
  expect(body).toContain('Cherry-picked so far: 1.');
  expect(body).toContain(`| #${two} Mend the door | \`release-2.0\` | not cherry-picked | carol |`);
  expect(body).toContain(`#${three} Mend the roof, to be cherry-picked, was reverted`);
  const before = github.journal.length;
  await run();
  expect(writesSince(github, before)).toEqual([]);
  expect(github.journal.slice(before).filter(({ byHand }) => !byHand)).toHaveLength(3);

  clock = instant('2020-01-21T12:00:00Z');
  await run();
  const said = issue(github, 1).comments.filter(({ body: text }) => text.includes('cherry-picks are closed'));
  expect(said).toHaveLength(1);
  expect(said[0]?.body).toContain(
    `#${pick} [2.0] Mend the login, of #${one}`.replaceAll('[', '\\[').replaceAll(']', '\\]'),
  );
  expect(said[0]?.body).toContain(`#${two} Mend the door, not on \`release-2.0\`; owner: @carol`);
  expect(said[0]?.body).toContain('/release exception because');
  clock = instant('2020-01-22T12:00:00Z');
  await run();
  expect(issue(github, 1).comments.filter(({ body: text }) => text.includes('are closed'))).toHaveLength(1);
  expectNoViolations(github);
  await github.close();
});
