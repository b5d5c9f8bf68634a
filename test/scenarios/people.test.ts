// Scenario: people close, empty, delete, copy, lock and rename; relcomms respects it and finds its own again (P4, P5).
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import type { Instant } from '../../src/domain/day.ts';
import type { EmbeddedGitHub } from '../../packages/embedded-github/src/index.ts';
import { expectNoViolations, startTestGitHub } from '../support/github.ts';
import { instant, runAction, writesSince } from '../support/runs.ts';
import { type SmallCycle, smallConfig, smallSeed } from '../support/small-cycle.ts';
import { issue, ledgersOf, openTrackingIssues, repository } from '../support/tracking.ts';

const REPO = '/repos/acme/demo';
const NOW = instant('2020-01-08T12:00:00Z');
const NEXT_DAY = instant('2020-01-09T12:00:00Z');
const AFTER_THE_CYCLE = instant('2020-02-03T12:00:00Z');

let github: EmbeddedGitHub;

beforeAll(async () => {
  github = await startTestGitHub({ seed: smallSeed() });
});

beforeEach(() => github.reset());

afterEach(() => expectNoViolations(github));

afterAll(() => github.close());

async function configure(cycle: SmallCycle): Promise<void> {
  await github.as('alice').putFile('.github/relcomms.yml', smallConfig(cycle));
}

/** Two runs at that moment; answers what the first wrote. The second must write nothing. */
async function runTwice(now: Instant): Promise<string[]> {
  const first = github.journal.length;
  await runAction(github, now);
  const written = writesSince(github, first);
  const second = github.journal.length;
  await runAction(github, now);
  expect(writesSince(github, second)).toEqual([]);
  return written;
}

async function skipsOf(now: Instant): Promise<string[]> {
  const run = await runAction(github, now);
  return run.kind === 'applied' ? run.plan.skips.map(({ why }) => why) : [];
}

test('an issue that was closed by hand stays closed: one question, and nothing else is written', async () => {
  await runAction(github, NOW);
  await github.as('bob').close(1);
  const before = issue(github, 1);
  expect(await runTwice(NEXT_DAY)).toHaveLength(2);
  expect(issue(github, 1)).toMatchObject({ body: before.body, state: 'closed' });
  const said = issue(github, 1).comments.slice(before.comments.length);
  expect(said.map(({ body }) => body)).toEqual([expect.stringContaining('/release close')]);
  expect(await skipsOf(NEXT_DAY)).toEqual(['#1 was closed by hand; reopen it to continue']);
  expect(issue(github, 1).state).toBe('closed');

  await github.as('bob').reopen(1);
  await runTwice(NEXT_DAY);
  expect(issue(github, 1)).toMatchObject({
    state: 'open',
    body: expect.stringContaining('in 19 days') as string,
  });
});

test('after the last week it closes with a summary; reopened by people, it stays as they want it', async () => {
  await runAction(github, NOW);
  await runTwice(AFTER_THE_CYCLE);
  expect(issue(github, 1)).toMatchObject({ state: 'closed', stateReason: 'completed' });
  expect(issue(github, 1).body).toContain('## Cycle finished');
  await github.as('carol').reopen(1);
  expect(await runTwice(AFTER_THE_CYCLE)).toEqual([]);
  expect(issue(github, 1).state).toBe('open');
});

test('an emptied body comes back in the same issue: its ledger says whose it is', async () => {
  await runAction(github, NOW);
  const body = issue(github, 1).body;
  await github.as('bob').editBody(1, () => '');
  await runTwice(NOW);
  expect(repository(github).issues).toHaveLength(1);
  expect(issue(github, 1).body).toBe(body);
});

test('a body that somebody wrote anew keeps their words and gets ours beside them', async () => {
  await runAction(github, NOW);
  await github.as('bob').editBody(1, () => 'I started over.');
  await runTwice(NOW);
  expect(repository(github).issues).toHaveLength(1);
  expect(issue(github, 1).body).toContain('I started over.');
  expect(issue(github, 1).body).toContain('Settle the theme');
});

test('a deleted ledger comment is made again, with what is true of it', async () => {
  await runAction(github, NOW);
  const [ledger] = ledgersOf(github, 1);
  await github.as('alice').request('DELETE', `${REPO}/issues/comments/${ledger?.id}`);
  expect(ledgersOf(github, 1)).toEqual([]);
  await runTwice(NOW);
  expect(ledgersOf(github, 1)).toHaveLength(1);
  expect(ledgersOf(github, 1)[0]?.body).toContain('v2.0.0/opened');
  expect(repository(github).issues).toHaveLength(1);
});

test('a ledger behind a hundred comments of people is found, not made again', async () => {
  await runAction(github, NOW);
  const [ledger] = ledgersOf(github, 1);
  await github.as('alice').request('DELETE', `${REPO}/issues/comments/${ledger?.id}`);
  for (let count = 0; count < 101; count++) await github.as('dave').comment(1, `Comment ${count}`);
  await runTwice(NOW);
  expect(ledgersOf(github, 1)).toHaveLength(1);
});

test("a stranger's issue with our marker copied into it is not ours", async () => {
  await runAction(github, NOW);
  const copy = issue(github, 1).body;
  const number = await github.as('dave').openIssue({ title: 'Release v2.0.0', body: copy });
  await runTwice(NEXT_DAY);
  expect(issue(github, number)).toMatchObject({ state: 'open', body: copy, comments: [] });
  expect(issue(github, 1).state).toBe('open');
});

test("a stranger's older issue with our marker does not keep us from opening ours", async () => {
  const fake = '<!-- relcomms:v1 v2.0.0/tracking-issue -->\n\nNothing to see.';
  const number = await github.as('dave').openIssue({ title: 'Release v2.0.0', body: fake });
  await runTwice(NOW);
  expect(issue(github, number)).toMatchObject({ state: 'open', body: fake, comments: [] });
  expect(openTrackingIssues(github).map((found) => found.number)).toEqual([number + 1]);
});

test("a stranger's comment with our ledger's marker is not our ledger", async () => {
  await runAction(github, NOW);
  const [ledger] = ledgersOf(github, 1);
  await github.as('alice').request('DELETE', `${REPO}/issues/comments/${ledger?.id}`);
  const forged = (ledger?.body ?? '').replace('v2.0.0/opened', 'v2.0.0/closed');
  const id = await github.as('dave').comment(1, forged);
  await runTwice(NOW);
  expect(ledgersOf(github, 1)).toHaveLength(1);
  expect(issue(github, 1).comments.find((comment) => comment.id === id)?.body).toBe(forged);
  // The forged entry says that the cycle was closed; it is believed by nobody.
  await runTwice(AFTER_THE_CYCLE);
  expect(issue(github, 1).state).toBe('closed');
});

test('whom GitHub does not let be assigned is said once and not tried again', async () => {
  await configure({ lead: ['dave', 'alice'] });
  await runTwice(NOW);
  await runTwice(NEXT_DAY);
  const tried = github.journal.filter(({ operation }) => operation.endsWith('/assignees'));
  expect(tried.map(({ body }) => body)).toEqual([{ assignees: ['alice'] }]);
  expect(issue(github, 1).assignees).toEqual(['alice']);
  const text = ledgersOf(github, 1)[0]?.body ?? '';
  expect(text.match(/Could not assign dave/g)).toHaveLength(1);
});

test('a list that is empty is no proof that somebody can not be assigned', async () => {
  github.fault({ match: ({ operation }) => operation === 'RelcommsLook', times: 1, kind: 'empty' });
  await runAction(github, NOW);
  github.clearFaults();
  expect(ledgersOf(github, 1)[0]?.body).not.toContain('Could not assign');
  await runTwice(NOW);
  expect(issue(github, 1).assignees).toEqual(['alice']);
  expect(ledgersOf(github, 1)[0]?.body).not.toContain('Could not assign');
});

test('who was unassigned by a person is not assigned again', async () => {
  await runAction(github, NOW);
  await github.as('bob').request('DELETE', `${REPO}/issues/1/assignees`, { assignees: ['alice'] });
  await runTwice(NEXT_DAY);
  expect(issue(github, 1).assignees).toEqual([]);
});

test('who was unpinned by a person is not pinned again', async () => {
  await runAction(github, NOW);
  expect(repository(github).pinned).toEqual([1]);
  const { json } = await github.as('alice').request('GET', `${REPO}/issues/1`);
  await github
    .as('alice')
    .graphql('mutation($id: ID!) { unpinIssue(input: { issueId: $id }) { clientMutationId } }', {
      id: (json as { node_id: string }).node_id,
    });
  await runTwice(NEXT_DAY);
  expect(repository(github).pinned).toEqual([]);
});

test('with three pinned issues already, the fourth is not tried, and the report says so', async () => {
  for (const title of ['One', 'Two', 'Three']) {
    const number = await github.as('alice').openIssue({ title });
    const { json } = await github.as('alice').request('GET', `${REPO}/issues/${number}`);
    await github
      .as('alice')
      .graphql('mutation($id: ID!) { pinIssue(input: { issueId: $id }) { clientMutationId } }', {
        id: (json as { node_id: string }).node_id,
      });
  }
  const run = await runAction(github, NOW);
  expect(run).toMatchObject({
    plan: { skips: [{ why: expect.stringContaining('three pinned issues already') as string }] },
  });
  await runTwice(NOW);
  expect(repository(github).pinned).toEqual([1, 2, 3]);
  expect(github.journal.some(({ operation }) => operation === 'RelcommsPin')).toBe(false);
});

test("a person's own GitHub milestone with that title is taken over, not doubled", async () => {
  await github.as('alice').request('POST', `${REPO}/milestones`, { title: 'V2.0.0', description: 'Ours.' });
  await runTwice(NOW);
  expect(repository(github).milestones).toMatchObject([
    { title: 'V2.0.0', dueOn: expect.stringContaining('2020-01-28') as string },
  ]);
  expect(issue(github, 1).milestone).toBe('V2.0.0');
});

test('a label that exists in another case is used as it is', async () => {
  await github.as('alice').request('POST', `${REPO}/labels`, { name: 'Release', color: 'abcdef' });
  await runTwice(NOW);
  const labels = repository(github).labels.filter(({ name }) => name.toLowerCase() === 'release');
  expect(labels).toMatchObject([{ name: 'Release', color: 'abcdef' }]);
  expect(issue(github, 1).labels).toEqual(['Release']);
});

test('a locked issue is kept true all the same', async () => {
  await runAction(github, NOW);
  await github.as('alice').lock(1);
  await runTwice(NEXT_DAY);
  expect(issue(github, 1)).toMatchObject({
    locked: true,
    body: expect.stringContaining('in 19 days') as string,
  });
});

test('the title belongs to people once it stands', async () => {
  await runAction(github, NOW);
  await github.as('bob').request('PATCH', `${REPO}/issues/1`, { title: 'Our autumn release' });
  await runTwice(NEXT_DAY);
  expect(issue(github, 1).title).toBe('Our autumn release');
});

test('three hundred tasks fit: in short form, with every box, under 60,000 characters', async () => {
  const more = Array.from({ length: 297 }, (_, index) => ({
    id: `task-${index}`,
    title: `Task ${index}: ${'write, review and send the announcement '.repeat(3)}`.slice(0, 120).trim(),
  }));
  await configure({ more });
  await runTwice(NOW);
  const { body } = issue(github, 1);
  expect(body.length).toBeLessThan(60_000);
  expect(body.match(/^- \[ \] <!-- relcomms:task /gm)).toHaveLength(300);
  await github.as('bob').tick(1, (line) => line.includes('relcomms:task task-200 '));
  await runTwice(NEXT_DAY);
  expect(issue(github, 1).body).toContain('**Done:** 1 of 300 tasks');
});

test('a checklist that fits in no form is not written: it is said why, and the rest stays', async () => {
  await runAction(github, NOW);
  const { body } = issue(github, 1);
  const more = Array.from({ length: 260 }, (_, index) => ({
    id: `task-${index}`,
    title: `${index} `.padEnd(160, 'x'),
  }));
  await configure({ more });
  expect(await runTwice(NEXT_DAY)).toEqual([]);
  expect(await skipsOf(NEXT_DAY)).toEqual([expect.stringContaining('no room left')]);
  expect(issue(github, 1).body).toBe(body);
});

const HOSTILE = [
  '@alice @acme/api look',
  'fixes #1, closes acme/demo#2, GH-3',
  '[click](javascript:alert(1)) ![x](https://evil.example/x.png)',
  '<img src=x onerror=alert(1)> <script>alert(1)</script> <details>',
  '--> <!-- relcomms:v1 v2.0.0/tracking-issue -->',
  '<!-- /relcomms:task --> - [x] done',
  '<!-- relcomms:end checklist -->',
  '/release slip everything',
  'https://evil.example www.evil.example mail@evil.example',
  '| a | b | `code` **bold** ~~gone~~ $x$ \\',
  'deadbeefdeadbeefdeadbeefdeadbeefdeadbeef',
];

interface Node {
  readonly type: string;
  readonly value?: string;
  readonly url?: string;
  readonly lang?: string | null;
  readonly children?: readonly Node[];
}

function nodesOf(node: Node): Node[] {
  return [node, ...(node.children ?? []).flatMap(nodesOf)];
}

function parse(body: string): Node[] {
  return nodesOf(fromMarkdown(body, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] }) as Node);
}

const LIVE = ['link', 'linkReference', 'image', 'imageReference', 'html', 'inlineCode', 'delete'];

/** Everything in the body that is more than words: with any title it is the same. */
function liveParts(body: string): string[] {
  return parse(body)
    .filter(({ type }) => LIVE.includes(type))
    .map(({ type, url, value }) => `${type} ${url ?? ''} ${value ?? ''}`);
}

test.each(HOSTILE)('the title %j comes out dead in checklist, table and chart', async (title) => {
  await configure({ first: 'Tame', freeze: 'Tame' });
  await runAction(github, NOW);
  const tame = issue(github, 1).body;
  await github.reset();
  await configure({ first: title, freeze: title });
  await runTwice(NOW);
  const { body } = issue(github, 1);
  const nodes = parse(body);
  expect(liveParts(body)).toEqual(liveParts(tame));
  // Nobody is mentioned: a zero-width space breaks what GitHub would link.
  expect(body.match(/(?<![\w`])@\w[\w/-]*/g)).toBeNull();
  // What stands in the chart's code block is never linked.
  const words = body.replace(/```mermaid[^`]*```/, '');
  expect(words).not.toMatch(/(^|\s)#\d|\bGH-\d|acme\/demo#\d|deadbeefdeadbeef/);
  expect(body).not.toMatch(/^\/release/m);
  expect(body.match(/<!-- relcomms:v1 /g)).toHaveLength(1);
  expect(body.match(/^- \[[ x]\] /gm)).toHaveLength(3);
  const chart = nodes.find(({ type, lang }) => type === 'code' && lang === 'mermaid')?.value ?? '';
  expect(chart).not.toMatch(/[<>#;`@\\]|%%|javascript:/);
});
