// Code owners that GitHub does not know, or that may not write, are asked nothing and named once.
import type { EmbeddedGitHub, PullSeed } from '../../packages/embedded-github/src/index.ts';
import { crowdSeed } from '../support/pull-crowd.ts';
import { expectNoViolations, startTestGitHub } from '../support/github.ts';
import { instant, runAction } from '../support/runs.ts';
import { issue } from '../support/tracking.ts';

/** Ten working days before the freeze, when people are asked. */
const ASKED = instant('2026-10-20T10:00:00Z');

const OWNERS = `* @alice
/src/ @acme/api
/ops/ @acme/ghosts
/ext/ @other/team
/gone/ @nobody-here
/read/ @gina
/both/ @ghost @bob
`;

const FOLDERS = ['src', 'ops', 'ext', 'gone', 'read', 'both', 'else'];

function pullIn(folder: string): PullSeed {
  return {
    title: `Change ${folder}`,
    author: 'dave',
    base: 'release-1.10',
    files: [`${folder}/a.ts`],
    checks: [{ name: 'build', conclusion: 'success' }],
    createdAt: '2026-09-21T10:00:00Z',
  };
}

let github: EmbeddedGitHub;

/** Owners of the release branch, and those of the default branch where others stand there. */
async function begin(owners: string, main?: string): Promise<void> {
  const seed = crowdSeed(FOLDERS.map(pullIn));
  github = await startTestGitHub({
    seed: {
      ...seed,
      people: [...seed.people, { login: 'gina', permission: 'read' }],
      files: { ...seed.files, ...(main !== undefined && { '.github/CODEOWNERS': main }) },
      branches: { ...seed.branches, 'release-1.10': { '.github/CODEOWNERS': owners } },
    },
    now: () => ASKED,
  });
}

afterEach(async () => {
  expectNoViolations(github);
  await github.close();
});

test('who does not count is in no comment, and the report names each with its line', async () => {
  await begin(OWNERS);
  const run = await runAction(github, ASKED);
  const said = FOLDERS.flatMap((_, index) => issue(github, index + 1).comments.map(({ body }) => body));
  expect(said.join('\n')).not.toMatch(/ghost|other\/team|nobody-here|gina/);
  expect(said.join('\n')).toContain('@bob');
  // The token of a workflow mentions no team: its people, or who leads the release, pass it on.
  expect(said.join('\n')).toContain('acme/api (please pass it on: @alice)');
  const skips = run.kind === 'applied' ? run.plan.skips : [];
  const named = skips.filter(({ what }) => what.includes('CODEOWNERS'));
  expect(named.map(({ what, why }) => `${what}: ${why.split(' ').slice(0, 3).join(' ')}`)).toEqual([
    'line 3 of .github/CODEOWNERS: acme/ghosts does not',
    'line 4 of .github/CODEOWNERS: the team other/team',
    'line 5 of .github/CODEOWNERS: nobody-here does not',
    'line 6 of .github/CODEOWNERS: gina does not',
    'line 7 of .github/CODEOWNERS: ghost does not',
  ]);
});

test('owners are those of the branch that a pull request goes to', async () => {
  await begin('/src/ @carol\n', '* @bob\n');
  await runAction(github, ASKED);
  const [src, ...others] = FOLDERS.map((_, index) =>
    issue(github, index + 1)
      .comments.map(({ body }) => body)
      .join('\n'),
  );
  expect(src).toContain('@carol');
  expect([src, ...others].join('\n')).not.toContain('@bob');
  expect(others.join('\n')).not.toContain('@carol');
});
