// Scenario: every command, given by everybody and in every way that counts for nothing.
import {
  COMMANDS,
  type CaseCommandName,
  type CommandName,
  type MessageCommandName,
  type PullCommandName,
  type Right,
} from '../../src/commands/table.ts';
import {
  ACTIONS_BOT,
  type EmbeddedGitHub,
  type GitHubSeed,
} from '../../packages/embedded-github/src/index.ts';
import { readState } from '../../src/memory/ledger.ts';
import { readTicks } from '../../src/body/ticks.ts';
import { expectNoViolations, startTestGitHub } from '../support/github.ts';
import { instant, runAction, writesSince } from '../support/runs.ts';
import { smallConfig, smallSeed } from '../support/small-cycle.ts';
import { issue, ledgersOf, repository } from '../support/tracking.ts';

const NOW = instant('2020-01-07T12:00:00Z');
const OTHER_BOT = 'dependabot[bot]';
const TITLE = 'Write the notes';

const CONFIG = smallConfig()
  .replace('shadow: [bob]', 'shadow: [erin], docs: [carol]')
  .replace(`title: ${TITLE}, role: shadow`, `title: ${TITLE}, role: docs`)
  .replace('tasks: none', 'tasks: all');

const SEED: GitHubSeed = {
  ...smallSeed(),
  files: { '.github/relcomms.yml': CONFIG },
  people: [
    { login: 'alice', permission: 'admin' },
    { login: 'bob', permission: 'write' },
    // GitHub assigns nobody who may only read.
    { login: 'carol', permission: 'triage' },
    { login: 'dave', permission: 'read' },
    { login: 'erin', permission: 'triage' },
    { login: 'frank', permission: 'none' },
    { login: OTHER_BOT, permission: 'write' },
  ],
};

/** From those with the least right to those with the most, and the rights that each has. */
const GIVERS: readonly { readonly who: string; readonly login: string; readonly rights: readonly Right[] }[] =
  [
    { who: 'a stranger', login: 'frank', rights: [] },
    { who: 'a reader', login: 'dave', rights: [] },
    { who: 'a person of another role', login: 'erin', rights: ['team'] },
    { who: 'the owner of the role', login: 'carol', rights: ['team', 'holder'] },
    { who: 'a writer', login: 'bob', rights: ['team', 'holder'] },
    { who: 'the lead', login: 'alice', rights: ['team', 'holder', 'lead'] },
  ];

interface Row {
  /** As it is written in the tracking issue. */
  readonly text: string;
  /** Brings the release to where the command changes something. */
  readonly before?: (github: EmbeddedGitHub) => Promise<unknown>;
  /** Whether it happened for the giver. */
  readonly happened: (github: EmbeddedGitHub, login: string) => boolean;
}

const ticked = (github: EmbeddedGitHub) => readTicks(issue(github, 1).body).get('notes') === true;
const assigned = (github: EmbeddedGitHub, login: string) =>
  repository(github).issues.some(({ title, assignees }) => title === TITLE && assignees.includes(login));
const isMuted = (github: EmbeddedGitHub, login: string) =>
  readState(ledgersOf(github, 1)[0]?.body ?? '')?.muted?.includes(login) === true;
const replied = (words: string) => (github: EmbeddedGitHub, login: string) =>
  issue(github, 1).comments.some(({ body }) => body.includes(`\n${login}, `) && body.includes(words));

/** Commands of the tracking issue. */
const HERE = COMMANDS.filter(
  (row) => row.about !== 'pull' && row.about !== 'case' && row.about !== 'message',
);

/** One row per command: a new command without one does not compile. */
const ROWS: Readonly<
  Record<Exclude<CommandName, PullCommandName | CaseCommandName | MessageCommandName>, Row>
> = {
  help: { text: '/release help', happened: replied('Write a command at the start of a line') },
  status: { text: '/release status', happened: replied('## Week 1 of 4') },
  audit: { text: '/release audit', happened: replied(' before Code freeze on ') },
  done: { text: `/release done ${TITLE}`, happened: ticked },
  undo: {
    text: `/release undo ${TITLE}`,
    before: (github) => github.as('alice').tick(1, TITLE),
    happened: (github) => !ticked(github),
  },
  skip: { text: `/release skip ${TITLE} because it fits no more`, happened: ticked },
  assign: { text: `/release assign ${TITLE} @bob`, happened: (github) => assigned(github, 'bob') },
  take: {
    text: `/release take ${TITLE}`,
    // Whoever holds the task is assigned already.
    before: async (github) => {
      const number = repository(github).issues.find(({ title }) => title === TITLE)?.number;
      await github
        .as('alice')
        .request('DELETE', `/repos/acme/demo/issues/${number}/assignees`, { assignees: ['carol'] });
    },
    happened: assigned,
  },
  slip: {
    text: '/release slip code-freeze +1d because of a bug',
    happened: (github) => repository(github).issues.some(({ pull }) => pull),
  },
  mute: { text: '/release mute', happened: isMuted },
  unmute: {
    text: '/release unmute',
    before: async (github) => {
      for (const login of ['erin', 'carol', 'bob', 'alice'])
        // oxlint-disable-next-line no-await-in-loop -- one after the other, as people write
        await github.as(login).comment(1, '/release mute');
    },
    happened: (github, login) => issue(github, 1).comments.length > 0 && !isMuted(github, login),
  },
};

/** Ways to write it that are no command. */
const IGNORED: readonly (readonly [string, string, (text: string) => string])[] = [
  ['of another bot', OTHER_BOT, (text) => text],
  ['of relcomms itself', ACTIONS_BOT, (text) => text],
  ['in a fence', 'alice', (text) => `\`\`\`\n${text}\n\`\`\``],
  ['in indented code', 'alice', (text) => `    ${text}`],
  ['in a code span', 'alice', (text) => `\`${text}\``],
  ['in a quote', 'alice', (text) => `> ${text}`],
  ['in an HTML comment', 'alice', (text) => `<!--\n${text}\n-->`],
  ['in an inline HTML comment', 'alice', (text) => `Hello <!--\n${text}\n--> there`],
  ['in a link', 'alice', (text) => `[${text}](https://example.com/)`],
  ['in a link over lines', 'alice', (text) => `[Look:\n${text}\n](https://example.com/)`],
  ['in the middle of a sentence', 'alice', (text) => `Please ${text}`],
  ['in a list', 'alice', (text) => `- ${text}`],
  ['in a heading', 'alice', (text) => `# ${text}`],
];

function reactionsTo(github: EmbeddedGitHub, id: number): string[] {
  const found = issue(github, 1).comments.find((comment) => comment.id === id);
  return found?.reactions.map((reaction) => reaction.split(' ').at(-1) ?? '') ?? ['gone'];
}

test('every command has its row', () => {
  expect(Object.keys(ROWS).toSorted()).toEqual(HERE.map(({ name }) => name).toSorted());
});

describe.each(HERE.map(({ name, right }) => ({ name, right, ...ROWS[name] })))(
  '/release $name',
  ({ text, right, before, happened }) => {
    let github: EmbeddedGitHub;

    beforeAll(async () => {
      github = await startTestGitHub({ seed: SEED });
      await runAction(github, NOW);
      await before?.(github);
      await runAction(github, NOW);
    });

    afterAll(async () => {
      expectNoViolations(github);
      await github.close();
    });

    test('counts for nothing where it is no command', async () => {
      const ids: number[] = [];
      for (const [, login, wrap] of IGNORED)
        // oxlint-disable-next-line no-await-in-loop -- one after the other, as people write
        ids.push(await github.as(login).comment(1, wrap(text)));
      const edited = await github.as('dave').comment(1, 'Hello');
      await github.as('alice').editComment(edited, text);
      const from = github.journal.length;
      await runAction(github, NOW);
      expect(writesSince(github, from)).toEqual([]);
      const names = IGNORED.map(([name]) => name);
      expect([...ids, edited].map((id, index) => [names[index], reactionsTo(github, id)])).toEqual(
        [...names, undefined].map((name) => [name, []]),
      );
    });

    test.each(GIVERS)('given by $who', async ({ login, rights }) => {
      const allowed = rights.includes(right);
      const id = await github.as(login).comment(1, text);
      await runAction(github, NOW);
      expect(reactionsTo(github, id)).toEqual([allowed ? '+1' : 'confused']);
      // Nobody before had the right to it, so nothing has happened yet; and who never muted is not muted.
      expect(happened(github, login)).toBe(allowed || text === '/release unmute');
      expect(replied('can do this.')(github, login)).toBe(!allowed);
    });

    test('is carried out once, also when its author edits it', async () => {
      const id = issue(github, 1).comments.findLast(({ author }) => author === 'alice')?.id ?? 0;
      await github.as('alice').editComment(id, `${text} `);
      const from = github.journal.length;
      await runAction(github, NOW);
      expect(writesSince(github, from)).toEqual([]);
    });
  },
);
