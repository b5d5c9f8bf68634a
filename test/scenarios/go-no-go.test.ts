// Scenario: a vote in which somebody changes their mind and that ends in go, and one that ends in no-go with a new date.
import type { EmbeddedGitHub } from '../../packages/embedded-github/src/index.ts';
import { expectNoViolations, startTestGitHub } from '../support/github.ts';
import { defaultSeed } from '../support/github-seed.ts';
import { instant, runWithAppToken, writesSince } from '../support/runs.ts';
import { issue, ledgersOf, repository } from '../support/tracking.ts';

const CONFIG = `cycle: { weeks: 4, release-week: 4, weeks-after: 0 }
timezone: UTC
roles: { lead: [alice] }
milestones:
  decision: { on: release - 5 days, at: '17:00', title: Final decision }
releases: [{ version: '1.0.0', start: 2019-11-04, release: 2019-11-26 }]
teams: { api: { github: acme/api, lead: bob } }
tracking-issue: { tasks: none }
report: {}
go-no-go:
  milestones:
    decision: { roles: [lead], people: [erin], teams: [api], window: 2 days, slip: release }
`;

const TOKEN = 'POST /app/installations/{installation_id}/access_tokens';

async function startVote() {
  const clock = { now: instant('2019-11-18T09:00:00Z') };
  const seed = { ...defaultSeed, files: { '.github/relcomms.yml': CONFIG } };
  const github = await startTestGitHub({ seed, now: () => clock.now });
  const run = (now: string) => {
    clock.now = instant(now);
    return runWithAppToken(github, clock.now);
  };
  const vote = () => issue(github, 1).comments.filter(({ body }) => body.includes('### Go or no-go'));
  const react = async (login: string, content: string, method = 'POST', id = '') => {
    const [{ id: comment } = { id: 0 }] = vote();
    const path = `/repos/acme/demo/issues/comments/${comment}/reactions`;
    return await github
      .as(login)
      .request(method, `${path}${id}`, method === 'POST' ? { content } : undefined);
  };
  await run('2019-11-18T09:00:00Z');
  await run('2019-11-19T17:30:00Z');
  return { github, clock, run, vote, react };
}

function answers(github: EmbeddedGitHub, id: number): (string | undefined)[] {
  const found = issue(github, 1).comments.find((one) => one.id === id);
  return (found?.reactions ?? []).map((one) => one.split(' ').at(-1));
}

test('a change of mind ends in go: kept, told once, and a late vote changes nothing', async () => {
  const { github, clock, run, vote, react } = await startVote();
  const told = () => issue(github, 1).comments.map(({ body }) => body);
  expect(vote()[0]?.body).toContain('@alice, @erin, @acme/api: Please vote until Thu 21 Nov 17:00 UTC');
  const no = await github.as('alice').comment(1, '/release no-go because the installer @fails');
  const stranger = await github.as('dave').comment(1, '/release go');
  await react('carol', '+1');
  await run('2019-11-20T09:00:00Z');
  expect([answers(github, no), answers(github, stranger)]).toEqual([['+1'], ['confused']]);
  expect(vote()[0]?.body).toContain('| alice | no-go |  | the installer @&#8203;fails |');
  expect(vote()[0]?.body).toContain('| acme/api | go | carol |');
  expect(issue(github, 1).body).toContain('is open until Thu 21 Nov 17:00 UTC; missing: erin');
  expect(
    told().filter((body) => body.includes('@erin: your vote on **Final decision** is missing.')),
  ).toHaveLength(1);
  // She votes by comment, and takes the word of the release lead with her.
  await react('erin', '+1');
  // A vote that could not be kept is not answered, and is heard once more.
  github.fault({
    kind: 'error-before',
    status: 422,
    times: 2,
    match: ({ operation, body }) =>
      operation.startsWith('PATCH') && JSON.stringify(body).includes('### Go or no-go'),
  });
  const yes = await github.as('alice').comment(1, '/release go');
  await run('2019-11-20T10:00:00Z');
  expect(answers(github, yes)).toEqual([]);
  github.clearFaults();
  await run('2019-11-20T11:00:00Z');
  expect(answers(github, yes)).toEqual(['+1']);
  clock.now = instant('2019-11-21T17:05:00Z');
  await react('bob', '-1');
  await run('2019-11-21T17:10:00Z');
  await run('2019-11-21T17:20:00Z');
  expect(vote()[0]?.body).toContain(
    '**Go.** The vote ended Thu 21 Nov 17:00 UTC and was counted Thu 21 Nov 17:10 UTC.',
  );
  // A go may wait for another comment for a working day.
  const go = () => told().filter((body) => body.includes('**Go** for Final decision')).length;
  expect(go()).toBe(0);
  expect(ledgersOf(github, 1)[0]?.body).toContain('The vote on Final decision, Thu 21 Nov 2019 ended: go.');
  const late = await github.as('erin').comment(1, '/release no-go');
  await run('2019-11-21T17:30:00Z');
  expect(answers(github, late)).toEqual(['confused']);
  expect(told().at(-1)).toContain('ended Thu 21 Nov 17:00 UTC with go. Votes after that do not count.');
  await run('2019-11-25T09:00:00Z');
  expect(go()).toBe(1);
  await run('2019-11-25T09:30:00Z');
  const before = github.journal.length;
  await run('2019-11-25T10:00:00Z');
  expect(writesSince(github, before)).toEqual([]);
  expectNoViolations(github);
  await github.close();
});

test('a no-go is red and proposes a new date; merged, the new day gets a vote of its own', async () => {
  const { github, run, vote, react } = await startVote();
  await react('alice', '-1');
  await run('2019-11-20T09:00:00Z');
  await run('2019-11-21T17:10:00Z');
  const [pull] = repository(github).issues.filter((one) => one.pull);
  expect(pull).toMatchObject({ title: 'Move Release day of 1.0.0 to 2019-12-03', state: 'open' });
  const result = issue(github, 1).comments.find(({ body }) => body.includes('**No-go** for Final decision'));
  expect(result?.body).toContain('No-go: alice. Did not vote: erin and acme/api.');
  expect(result?.body).toContain(`To move release to 2019-12-03, review and merge #${pull?.number}`);
  await run('2019-11-21T17:20:00Z');
  expect(issue(github, 1).body).toContain('No-go for Final decision, Thu 21 Nov 2019 from alice');
  await github.as('alice').merge(pull?.number ?? 0);
  await run('2019-11-22T09:00:00Z');
  await run('2019-11-26T18:00:00Z');
  expect(vote().map(({ body }) => /### (.*)/.exec(body)?.[1])).toEqual([
    'Go or no-go: Final decision, Thu 21 Nov 2019',
    'Go or no-go: Final decision, Thu 28 Nov 2019',
  ]);
  expect(issue(github, 1).body).not.toContain('No-go for');
  const before = github.journal.length;
  await run('2019-11-26T18:10:00Z');
  expect(writesSince(github, before)).toEqual([]);
  // Two requests more while a vote is open: the reactions, and the people of the team.
  const requests = github.journal.slice(before).filter(({ operation }) => operation !== TOKEN);
  expect(requests.map(({ operation }) => operation)).toEqual([
    'RelcommsConfig',
    'RelcommsLook',
    'GET /repos/{owner}/{repo}/issues/comments/{comment_id}/reactions',
    'RelcommsVoters',
  ]);
  expectNoViolations(github);
  await github.close();
});
