// Scenario: a minor release, a patch and a security release of one config, each with its own checklist, dates and labels.
import type { EmbeddedGitHub } from '../../packages/embedded-github/src/index.ts';
import { expectNoViolations, startTestGitHub } from '../support/github.ts';
import { kubernetesSeed } from '../support/kubernetes-seed.ts';
import { noon, runAction, writesSince } from '../support/runs.ts';
import { repository } from '../support/tracking.ts';

const CONFIG = `timezone: UTC
limits: { operations: 200 }
roles: { lead: [alice] }
kinds:
  minor: { extends: basic }
  patch:
    extends: patch-train
    labels: [kind/patch]
  security:
    extends: security-release
    roles: { lead: [bob] }
    tasks: [{ id: advance-notice, remove: yes }]
    labels: [kind/security]
releases:
  - { version: 1.18.0, kind: minor, release: 2020-02-04 }
  - { version: 1.17.5, kind: patch, release: 2020-01-14 }
  - version: 1.17.6
    kind: security
    release: 2020-01-21
    tasks: [{ id: thank, title: Thank the finder, week: 1 }]
`;

let github: EmbeddedGitHub;

afterEach(async () => {
  expectNoViolations(github);
  await github.close();
});

function tracking(version: string) {
  const found = repository(github).issues.find(({ title }) => title === `Release ${version}`);
  if (found === undefined) throw new Error(`${version} has no tracking issue`);
  return found;
}

/** Titles of the boxes of a tracking issue. */
function boxes(version: string): string[] {
  const lines = [...tracking(version).body.matchAll(/^- \[[ x]\] (.*)$/gm)].map(([, line = '']) => line);
  return lines.filter((line) => !line.includes('offer:'));
}

test('each gets its own checklist, dates, people and labels, and a second run has nothing to do', async () => {
  github = await startTestGitHub({ seed: kubernetesSeed(CONFIG) });
  await runAction(github, noon('2020-01-13'));
  expect(boxes('1.18.0').join('\n')).toContain('Announce the feature freeze');
  expect(boxes('1.18.0').join('\n')).not.toContain('List the fixes');
  expect(boxes('1.17.5')).toHaveLength(5);
  expect(boxes('1.17.5').join('\n')).toContain('List the fixes for 1.17.5');
  expect(boxes('1.17.6').join('\n')).toContain('Thank the finder');
  expect(boxes('1.17.6').join('\n')).not.toContain('under embargo');
  expect(tracking('1.17.5').body).toContain('Cherry-pick deadline');
  expect(tracking('1.17.6').body).not.toContain('Cherry-pick deadline');
  expect(tracking('1.18.0').labels).not.toContain('kind/patch');
  expect(tracking('1.17.5').labels).toContain('kind/patch');
  expect(tracking('1.17.6').labels).toContain('kind/security');
  expect(boxes('1.17.6').join('\n')).toContain('lead: bob');
  expect(tracking('1.17.6').assignees).toEqual(['bob']);
  const task = repository(github).issues.find(({ title }) => title === 'Assess the report');
  expect(task).toMatchObject({ assignees: ['bob'] });
  expect(task?.labels).toContain('kind/security');
  const before = github.journal.length;
  await runAction(github, noon('2020-01-13'));
  expect(writesSince(github, before)).toEqual([]);
});

test('each ends with its own cycle', async () => {
  github = await startTestGitHub({ seed: kubernetesSeed(CONFIG) });
  for (const day of ['2020-01-13', '2020-01-20', '2020-01-27', '2020-02-03'])
    // oxlint-disable-next-line no-await-in-loop -- one day after the other
    await runAction(github, noon(day));
  expect(tracking('1.17.5').state).toBe('closed');
  expect(tracking('1.17.6').state).toBe('closed');
  expect(tracking('1.18.0').state).toBe('open');
});

test('a change of a kind reaches its releases, and no other', async () => {
  github = await startTestGitHub({ seed: kubernetesSeed(CONFIG) });
  await runAction(github, noon('2020-01-13'));
  const others = tracking('1.18.0').body;
  const more = '    tasks: [{ id: mirror, title: Update the mirrors, due: release }]\n';
  await github
    .as('alice')
    .putFile(
      '.github/relcomms.yml',
      CONFIG.replace('    labels: [kind/patch]\n', `${more}    labels: [kind/patch]\n`),
    );
  await runAction(github, noon('2020-01-13'));
  expect(boxes('1.17.5').join('\n')).toContain('Update the mirrors');
  expect(boxes('1.17.6').join('\n')).not.toContain('Update the mirrors');
  expect(tracking('1.18.0').body).toBe(others);
});

test('a slip moves the milestone of its kind in its own release alone', async () => {
  github = await startTestGitHub({ seed: kubernetesSeed(CONFIG) });
  await runAction(github, noon('2020-01-07'));
  const moved = CONFIG.replace(
    'kind: patch, release: 2020-01-14',
    'kind: patch, release: 2020-01-14, milestones: { cherry-pick-deadline: 2020-01-13 }',
  );
  await github.as('alice').putFile('.github/relcomms.yml', moved);
  await runAction(github, noon('2020-01-07'));
  expect(boxes('1.17.5').find((line) => line.includes('Merge the approved'))).toContain('13 Jan');
});
