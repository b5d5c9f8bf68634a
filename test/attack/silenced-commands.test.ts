// Outsiders write so much that a lead's command is pushed out of sight: it is heard all the same, and they gain nothing.
import { day } from '../../src/domain/day.ts';
import type { Hearing } from '../../src/domain/hearing.ts';
import type { OwnIssue } from '../../src/domain/observed.ts';
import type { GitHub } from '../../src/github/client.ts';
import { type RecentPage, hear } from '../../src/github/facts/commands/hear.ts';
import { inTurn } from '../../src/github/facts/commands/in-turn.ts';
import { waitingOn } from '../../src/github/facts/commands/waiting.ts';
import { readBack } from '../../src/github/facts/commands/read-back.ts';
import { type RawRecentComment, unanswered } from '../../src/github/facts/commands/unanswered.ts';
import { type EmbeddedGitHub } from '../../packages/embedded-github/src/index.ts';
import { expectNoViolations, startTestGitHub } from '../support/github.ts';
import { instant, runAction, writesSince } from '../support/runs.ts';
import { smallSeed } from '../support/small-cycle.ts';
import { issue } from '../support/tracking.ts';

const NOW = instant('2020-01-07T12:00:00Z');
const OUTSIDERS = Array.from({ length: 60 }, (_, index) => `outsider-${index}`);

async function started(): Promise<EmbeddedGitHub> {
  const { people, ...rest } = smallSeed();
  const strangers = OUTSIDERS.map((login) => ({ login, permission: 'none' as const }));
  const github = await startTestGitHub({ seed: { ...rest, people: [...people, ...strangers] } });
  await runAction(github, NOW);
  return github;
}

function reactionsOf(github: EmbeddedGitHub, ids: readonly number[]): string[] {
  const all = issue(github, 1).comments.filter(({ id }) => ids.includes(id));
  return all.flatMap(({ reactions }) => reactions.map((reaction) => reaction.split(' ').at(-1) ?? ''));
}

async function flood(github: EmbeddedGitHub, logins: readonly string[], text: string): Promise<number[]> {
  const ids: number[] = [];
  // oxlint-disable-next-line no-await-in-loop -- comments come in order
  for (const login of logins) ids.push(await github.as(login).comment(1, text));
  return ids;
}

function asked(github: EmbeddedGitHub, since: number, part: string): number {
  return github.journal.slice(since).filter(({ path, operation }) => `${path} ${operation}`.includes(part))
    .length;
}

test('fifty-five comments of one outsider hide nothing, get one answer, and cost no later run a look-up', async () => {
  const github = await started();
  const lead = await github.as('alice').comment(1, '/release done Write the notes');
  const noise = await flood(
    github,
    Array.from({ length: 55 }, () => 'outsider-0'),
    '/release done theme',
  );
  const before = github.journal.length;
  const run = await runAction(github, NOW);
  expect(reactionsOf(github, [lead])).toEqual(['+1']);
  expect(reactionsOf(github, noise)).toEqual(['confused']);
  expect(asked(github, before, 'RelcommsEarlierComments')).toBe(1);
  expect(asked(github, before, '/permission')).toBe(2);
  expect('plan' in run && run.plan.skips.some(({ duty }) => duty === 'commands')).toBe(false);
  const idle = github.journal.length;
  const again = await runAction(github, NOW);
  expect(writesSince(github, idle)).toEqual([]);
  // All of it came within minutes: one page back tells that the last run has seen it.
  expect(github.journal.length - idle).toBe(3);
  expect('plan' in again && again.plan.skips).toContainEqual({
    duty: 'commands',
    what: '54 comments with commands',
    why: 'their authors may give none there, and have got an answer already',
  });
  expectNoViolations(github);
  await github.close();
});

test('sixty outsiders use up neither look-ups nor writes, and the lead is heard at once', async () => {
  const github = await started();
  const first = await flood(github, OUTSIDERS.slice(0, 5), '/release status');
  const lead = await github.as('alice').comment(1, '/release done Write the notes');
  const triager = await github.as('erin').comment(1, '/release status');
  const rest = await flood(github, OUTSIDERS.slice(5), '/release status');
  let since = github.journal.length;
  const run = await runAction(github, NOW);
  expect(reactionsOf(github, [lead, triager])).toEqual(['+1', '+1']);
  expect(reactionsOf(github, [...first, ...rest])).toEqual(Array.from({ length: 5 }, () => 'confused'));
  expect(asked(github, since, '/permission')).toBe(7);
  expect('plan' in run && run.plan.skips.map(({ what }) => what)).toContain('commands of 55 more people');
  since = github.journal.length;
  await runAction(github, NOW);
  expect(reactionsOf(github, [...first, ...rest])).toHaveLength(10);
  expect(asked(github, since, '/permission')).toBe(5);
  expectNoViolations(github);
  await github.close();
});

const MINUTE = 60_000;
const START = Date.parse('2020-01-07T00:00:00Z');

interface Told {
  readonly author?: string;
  readonly answered?: boolean;
}

/** One comment a minute, oldest first; `first` is the place of the first one. */
function page(told: readonly Told[], first = 100): RecentPage {
  const nodes = told.map(({ author = 'frank', answered = false }, index): RawRecentComment => ({
    id: `IC_${first + index}`,
    databaseId: first + index,
    body: '/release status',
    createdAt: new Date(START + (first + index) * MINUTE).toISOString().replace('.000', ''),
    authorAssociation: 'NONE',
    author: { __typename: author.endsWith('[bot]') ? 'Bot' : 'User', login: author.replace('[bot]', '') },
    editor: null,
    lastEditedAt: null,
    reactionGroups: [{ content: 'THUMBS_UP', viewerHasReacted: answered }],
  }));
  return { pageInfo: { hasPreviousPage: first > 0, startCursor: `c${first}` }, nodes };
}

const ACCOUNTS = ['relcomms[bot]'];
const some = (count: number): Told[] => Array.from({ length: count }, () => ({}));

test.each<[string, Told[], number, string | undefined]>([
  ['nothing of ours', some(20), 100, 'c100'],
  ['the beginning of the issue', some(20), 0, undefined],
  ['an answer among them', [{}, { answered: true }, ...some(3)], 100, undefined],
  ['an answer at the very beginning', [{ answered: true }, ...some(3)], 100, undefined],
  ['a word of ours long after the first', [...some(16), { author: 'relcomms[bot]' }], 100, undefined],
  [
    'a word of ours that a run wrote while the first came',
    [...some(14), { author: 'relcomms[bot]' }],
    100,
    'c100',
  ],
  ['a word of another bot', [...some(16), { author: 'other[bot]' }], 100, 'c100'],
])('behind %s it reads on: %#', (_, told, first, before) => {
  expect(hear(page(told, first), ACCOUNTS).before).toBe(before);
});

/** Pages of an issue that has no end, and how many were read. */
function endless(refuse = false) {
  let requests = 0;
  const graphql = async (query: string, variables: Record<string, unknown>) => {
    requests += 1;
    if (refuse) throw new Error('no');
    const named = [...query.matchAll(/issue(\d+):/g)].map(([, number]) => number ?? '');
    const pages = named.map((number) => {
      const to = Number(String(variables[`before${number}`]).slice(1));
      return [`issue${number}`, { comments: page(some(100), to - 100) }];
    });
    return { repository: Object.fromEntries(pages) as unknown };
  };
  return { github: { graphql, owner: 'acme', repo: 'demo' } as unknown as GitHub, requests: () => requests };
}

const newest = (): Hearing => hear(page(some(50), 1_000_000), ACCOUNTS);

test('an endless issue is read for ten requests, then named; others beside it are read as well', async () => {
  const { github, requests } = endless();
  const [only] = await readBack(github, [{ number: 1, hearing: newest() }], ACCOUNTS);
  expect([requests(), only?.hearing.commands.length]).toEqual([10, 1050]);
  expect(only?.hearing.before).toBe('c999000');
  const many = endless();
  const threads = Array.from({ length: 7 }, (_, index) => ({ number: index + 1, hearing: newest() }));
  const read = await readBack(many.github, threads, ACCOUNTS);
  expect([many.requests(), read.every(({ hearing }) => hearing.commands.length > 600)]).toEqual([10, true]);
});

test('what GitHub does not answer stays unread, the newest are there', async () => {
  const { github } = endless(true);
  const [only] = await readBack(github, [{ number: 1, hearing: newest() }], ACCOUNTS);
  expect([only?.hearing.commands.length, only?.hearing.before]).toEqual([50, 'c1000000']);
});

test('log lines that only end in the number of a comment answer nothing', () => {
  const heard = newest();
  const numbers = heard.commands.map(({ commentId }) => commentId);
  const [one = 0, two = 0, three = 0] = numbers;
  const keys = [
    `v2/case/api/${one}`,
    `v2/command/${two}`,
    `v2/refused/frank/${three}`,
    `v2/slack/command/${one}`,
  ];
  const own = ownIssue(keys);
  const { comments, silent } = waitingOn([own], [{ number: 1, hearing: heard }], new Set());
  expect([comments.length, silent]).toEqual([48, 0]);
  expect(comments[0]).toMatchObject({ commentId: one, issue: 'v2/tracking-issue', number: 1 });
});

/** With these lines in its log. */
function ownIssue(keys: readonly string[]): OwnIssue {
  const entries = keys.map((key) => ({ key, day: day('2020-01-07'), text: '' }));
  const ledger = { commentId: 0, body: '', entries };
  return { number: 1, key: 'v2/tracking-issue', ledger } as Partial<OwnIssue> as OwnIssue;
}

test('strangers are silent where the log and a reaction say so, unless config or GitHub knows them by now', () => {
  const heard = { ...newest(), confused: ['frank'] };
  const own = ownIssue(['v2/stranger/Frank/7']);
  const silentOn = (hearing: Hearing, named: string[] = []) =>
    waitingOn([own], [{ number: 1, hearing }], new Set(named)).silent;
  const inside = { ...heard, commands: heard.commands.map((one) => ({ ...one, association: 'MEMBER' })) };
  const elsewhere = { ...heard, confused: [] };
  expect([silentOn(heard), silentOn(heard, ['frank']), silentOn(inside), silentOn(elsewhere)]).toEqual([
    50, 0, 0, 0,
  ]);
});

test("an edit by an account that is gone makes a comment nobody's command", () => {
  const { nodes } = page(some(1));
  const edited = (nodes ?? []).map((node) => node && { ...node, lastEditedAt: '2020-01-07T09:00:00Z' });
  const byItself = edited.map((node) => node && { ...node, editor: node.author });
  expect([unanswered(nodes), unanswered(edited), unanswered(byItself)].map(({ length }) => length)).toEqual([
    1, 0, 1,
  ]);
});

function by(author: string, association?: string) {
  return { commentId: 1, author, lines: [], association };
}

test('people with a role are asked about first, then those whom GitHub knows; strangers have a few places', () => {
  const all = [
    ...Array.from({ length: 30 }, (_, index) => by(`s${index}`, index === 29 ? 'CONTRIBUTOR' : 'NONE')),
    ...Array.from({ length: 10 }, (_, index) => by(`m${index}`, 'MEMBER')),
    by('Alice', 'NONE'),
    by('unasked'),
  ];
  const { asked: chosen, left } = inTurn(all, new Set(['alice']), { people: 15, strangers: 3 });
  expect([...chosen].slice(0, 2)).toEqual(['Alice', 'm0']);
  expect([...chosen].slice(-4)).toEqual(['unasked', 's29', 's0', 's1']);
  expect(chosen.size + left.length).toBe(42);
});
