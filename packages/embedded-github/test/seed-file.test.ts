// Seed files: the example loads and is planted, and mistakes are told at their line.
import { readFileSync } from 'node:fs';
import { githubSeedOf, plantSeed, readSeed, start } from '../src/index.ts';
import { checkRequest } from './support/openapi.ts';

const EXAMPLE = readFileSync('config/sandbox-seed.example.yml', 'utf8');

test('the example is planted by requests that GitHub knows', async () => {
  const read = readSeed(EXAMPLE);
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  const github = await start({ seed: githubSeedOf(read.seed), checkRequest });
  try {
    await plantSeed(github, read.seed);
    const [repo] = github.state();
    expect(repo).toMatchObject({
      fullName: 'acme/demo',
      milestones: [{ title: '1.0', dueOn: '2026-11-24T12:00:00Z' }],
      issues: [
        {
          title: 'It breaks on Mondays',
          author: 'erin',
          assignees: ['bob'],
          milestone: '1.0',
          state: 'open',
        },
        { title: 'An old question', state: 'closed' },
        { title: 'Name the day', pull: true, labels: ['release'], state: 'open' },
        { title: 'Add a license', pull: true, state: 'closed' },
      ],
    });
    expect(repo?.issues[0]?.comments).toMatchObject([{ author: 'bob' }]);
    const alice = github.as('alice');
    const pull = (await alice.request('GET', '/repos/acme/demo/pulls/3')).json;
    expect(pull).toMatchObject({ head: { ref: 'name-the-day' }, requested_reviewers: [{ login: 'alice' }] });
    const runs = (await alice.request('GET', '/repos/acme/demo/actions/runs?branch=release-1.0')).json;
    expect(runs).toMatchObject({ workflow_runs: [{ run_attempt: 2, display_title: 'Write the notes' }] });
    expect((await alice.request('GET', '/repos/acme/demo/contents/LICENSE')).status).toBe(200);
    const rights = await alice.request('GET', '/repos/acme/demo/collaborators/carol/permission');
    expect(rights.json).toMatchObject({ role_name: 'write' });
    expect(github.violations).toEqual([]);
  } finally {
    await github.close();
  }
});

const MINIMAL = `owner: acme
people: { alice: admin }
repositories:
  demo: {}
`;

test('owner, people and a repository are enough', () => {
  expect(readSeed(MINIMAL)).toMatchObject({ ok: true });
  expect(readSeed('{"owner":"acme","people":{"alice":"admin"},"repositories":{"demo":{}}}').ok).toBe(true);
});

test.each([
  ['a misspelt permission', MINIMAL.replace('admin', 'admni'), 2, 'Did you mean admin?'],
  ['an unknown key', MINIMAL.replace('{}', '{ isues: [] }'), 4, 'Did you mean "issues"?'],
  ['nobody who may do everything', MINIMAL.replace('admin', 'write'), 2, 'permission admin'],
  ['an unknown author', MINIMAL.replace('{}', '{ issues: [{ title: x, by: zoe }] }'), 4, 'Add zoe'],
  ['an unknown member', `${MINIMAL}teams:\n  api: [zoe]\n`, 6, 'Add zoe'],
  [
    'an unknown milestone',
    MINIMAL.replace('{}', "{ issues: [{ title: x, by: alice, milestone: '1' }] }"),
    4,
    '"milestones"',
  ],
  ['a file outside', MINIMAL.replace('{}', "{ files: { '../x': y } }"), 4, 'docs/notes.md'],
  ['a webhook that is no address', `${MINIMAL}app: { webhook: here }\n`, 5, 'http://127.0.0.1'],
  ['no repository', MINIMAL.replace('\n  demo: {}', ' {}'), 3, 'Write one'],
  ['no YAML', 'owner: [', 1, ''],
])('%s is told at its line', (_, text, line, mend) => {
  const read = readSeed(text);
  expect(read).toMatchObject({
    ok: false,
    problems: [{ line, mend: expect.stringContaining(mend) as string }],
  });
});

test('a seed of more than 32 MB is refused where it is too long; one below is read', () => {
  const line = `  # ${'x'.repeat(1020)}\n`;
  const long = `${MINIMAL}${line.repeat(31 * 1024)}`;
  expect(readSeed(long)).toMatchObject({ ok: true });
  expect(readSeed(`${long}${line.repeat(2048)}`)).toEqual({
    ok: false,
    problems: [
      {
        line: expect.any(Number) as number,
        column: expect.any(Number) as number,
        message: 'The seed has 34 MB; at most 32 MB are read.',
        mend: 'Leave out what the trial does not need.',
      },
    ],
  });
});

test('thousands of pull requests are read with their places in time that grows as they do', () => {
  const pulls = Array.from(
    { length: 3000 },
    (_, n) => `      - { title: Change ${n}, by: bob, branch: b${n} }\n`,
  );
  const text = `owner: acme\npeople: { alice: admin, bob: write }\nrepositories:\n  demo:\n    pulls:\n${pulls.join('')}`;
  const read = readSeed(text);
  expect(read.ok && read.seed.repositories['demo']?.pulls.length).toBe(3000);
  expect(readSeed(text.replace('Change 2999, by: bob', 'Change 2999, by: zoe'))).toMatchObject({
    ok: false,
    problems: [{ line: 3005, message: 'zoe is not one of the people.' }],
  });
});
