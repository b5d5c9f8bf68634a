// Scenario: every command, given by everybody and in every way that counts for nothing.
import type { Right } from '../../src/commands/rights.ts';
import { COMMANDS } from '../../src/duties/index.ts';
import {
  ACTIONS_BOT,
  type EmbeddedGitHub,
  type GitHubSeed,
} from '../../packages/embedded-github/src/index.ts';
import { reconcile } from '../../src/run/reconcile.ts';
import { testChannels } from '../support/channels.ts';
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
    { who: 'a writer', login: 'bob', rights: ['team', 'holder', 'owner'] },
    {
      who: 'the lead',
      login: 'alice',
      rights: ['team', 'holder', 'owner', 'member', 'voter', 'lead', 'admin'],
    },
  ];

interface Row {
  /** As it is written in the tracking issue. */
  readonly text: string | ((github: EmbeddedGitHub) => string);
  /** Sections that the config needs for it. */
  readonly sections?: string;
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

const noted = (words: string) => (github: EmbeddedGitHub) =>
  ledgersOf(github, 1)[0]?.body.includes(words) === true;

/** Commands of the tracking issue. */
const HERE = COMMANDS.entries.filter(({ place }) => place.first === true).map(({ command }) => command);

/** Those that have no meaning there. */
const ELSEWHERE = COMMANDS.entries
  .map(({ command }) => command)
  .filter(({ name }) => HERE.every((command) => command.name !== name));

const MANUAL_TESTS = `teams: { web: { github: acme/web, lead: alice } }
manual-tests:
  tests: [{ id: login, title: Log in, team: web }]
  candidates: [code-freeze]
  assign: 4 weeks
`;

/** Rows of commands that need more than their name and their section, or that show in more than the log. */
const ROWS: Readonly<Record<string, Row>> = {
  help: { text: '/release help', happened: replied('Write a command at the start of a line') },
  status: { text: '/release status', happened: replied('## Week 1 of 4') },
  audit: { text: '/release audit', happened: replied(' before Code freeze, ') },
  mine: { text: '/release mine', happened: noted('`/release mine`, answered') },
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
  candidate: {
    text: '/release candidate 2020-01-28 because of a bug',
    sections: 'candidates: {}\n',
    happened: (github) => repository(github).issues.some(({ pull }) => pull),
  },
  swap: {
    text: '/release swap lead v2.1.0',
    before: (github) =>
      github
        .as('alice')
        .putFile(
          '.github/relcomms.yml',
          CONFIG.replace(
            'releases:',
            'releases:\n  - { version: v2.1.0, release: 2020-03-24, roles: { lead: [bob] } }',
          ),
        ),
    happened: (github) => repository(github).issues.some(({ pull }) => pull),
  },
  cleanup: {
    text: '/release cleanup confirm',
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
  exception: {
    text: '/release exception #9 because it loses data',
    sections: 'freeze: {}\n',
    happened: noted('asked for a freeze exception for #9'),
  },
  environment: {
    text: '/release environment ready https://rc.example.org',
    sections: 'environments: { named: { first: { for: code-freeze } } }\n',
    happened: noted('first is ready to test'),
  },
  'can-test': {
    text: '/release can-test',
    sections: `teams: { web: { github: acme/web, lead: alice } }
environments: { named: { first: { for: code-freeze, url: 'https://rc.example.org' } } }
`,
    before: (github) => github.as('alice').comment(1, '/release environment ready'),
    happened: noted('can test'),
  },
  'allow-merge': {
    text: '/release allow-merge because it was tested by hand',
    sections: 'environments: { named: { first: { for: code-freeze } } }\n',
    happened: noted('allowed to merge Code freeze: it was tested by hand'),
  },
  seen: {
    text: '/release seen',
    sections: `teams: { web: { github: acme/web, lead: alice } }
acknowledge: { milestones: [code-freeze] }
`,
    happened: noted('`/release seen`, seen'),
  },
  go: {
    text: '/release go',
    sections: 'go-no-go: { milestones: { code-freeze: { people: [alice], window: 4 weeks } } }\n',
    happened: noted('`/release go`, voted go'),
  },
  'no-go': {
    text: '/release no-go because it is red',
    sections: 'go-no-go: { milestones: { code-freeze: { people: [alice], window: 4 weeks } } }\n',
    happened: noted('`, voted no-go'),
  },
  'go-no-go': {
    text: '/release go-no-go code-freeze',
    sections: 'go-no-go: { milestones: { code-freeze: { people: [alice], window: 1 day } } }\n',
    happened: noted('`, opened the vote'),
  },
  withdraw: {
    text: '/release withdraw because it loses data',
    sections: 'slack: {}\n',
    before: (github) =>
      github
        .as('alice')
        .request('POST', '/repos/acme/demo/releases', { tag_name: 'v2.0.0', target_commitish: 'main' }),
    happened: noted('Withdrawn by '),
  },
  test: {
    text: '/release test pass login',
    sections: MANUAL_TESTS,
    happened: noted('`, pass for login in code-freeze'),
  },
  tests: {
    text: '/release tests',
    sections: MANUAL_TESTS,
    happened: noted('`/release tests`, answered'),
  },
  'sign-off': {
    text: '/release sign-off web because it was tried before',
    sections: `${MANUAL_TESTS}  sign-off: yes\n`,
    happened: noted('`, web signed off code-freeze'),
  },
  announce: {
    text: '/release announce The cluster is down',
    sections: `audiences: { teams: { slack: ['#releases'] } }
slack: { dates: [teams] }
`,
    happened: noted('`, announced'),
  },
  approve: {
    text: (github) =>
      issue(github, 1).comments.flatMap(({ body }) => /\/release approve \w+/.exec(body) ?? [])[0] ?? '',
    sections: `audiences: { teams: { slack: ['#releases'], approval: lead } }
slack: { dates: [teams] }
`,
    happened: noted('`, approved'),
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

function rowOf(name: string): Row {
  const text = `/release ${name}`;
  const section = COMMANDS.entries.find(({ command }) => command.name === name)?.section;
  return ROWS[name] ?? { text, sections: `${section}: {}\n`, happened: noted(`\`${text}\`, `) };
}

test('every row is that of a command', () => {
  const names = HERE.map(({ name }) => name);
  expect(Object.keys(ROWS).filter((name) => !names.includes(name))).toEqual([]);
});

/** A GitHub with that config, and the runs of an Action on it. */
async function startTable(sections = '') {
  const files = { '.github/relcomms.yml': `${CONFIG}${sections}` };
  const github = await startTestGitHub({ seed: { ...SEED, files }, now: () => NOW });
  const channels = testChannels();
  const run = () => runAction(github, NOW, (scope) => reconcile({ ...scope, channels: channels.run() }));
  await run();
  return { github, run };
}

type Table = Awaited<ReturnType<typeof startTable>>;

/** Writes a command in all ways that are none: nothing is written on it. */
async function expectIgnored({ github, run }: Table, text: string): Promise<void> {
  const ids: number[] = [];
  for (const [, login, wrap] of IGNORED)
    // oxlint-disable-next-line no-await-in-loop -- one after the other, as people write
    ids.push(await github.as(login).comment(1, wrap(text)));
  const edited = await github.as('dave').comment(1, 'Hello');
  await github.as('alice').editComment(edited, text);
  const from = github.journal.length;
  await run();
  expect(writesSince(github, from)).toEqual([]);
  const names = IGNORED.map(([name]) => name);
  expect([...ids, edited].map((id, index) => [names[index], reactionsTo(github, id)])).toEqual(
    [...names, undefined].map((name) => [name, []]),
  );
}

/** It means something on a closed issue only: cycle-end has its story. */
const ON_OPEN = HERE.filter(({ name }) => name !== 'close');

describe.each(ON_OPEN.map(({ name, right }) => ({ name, right, ...rowOf(name) })))(
  '/release $name',
  ({ text: written, sections, right, before, happened }) => {
    let table: Table;
    let text: string;

    beforeAll(async () => {
      table = await startTable(sections);
      await before?.(table.github);
      await table.run();
      text = typeof written === 'string' ? written : written(table.github);
    });

    afterAll(async () => {
      expectNoViolations(table.github);
      await table.github.close();
    });

    test('counts for nothing where it is no command', async () => {
      await expectIgnored(table, text);
      expect(text).toMatch(/^\/release /);
    });

    test.each(GIVERS)('given by $who', async ({ login, rights }) => {
      const { github, run } = table;
      const allowed = rights.includes(right);
      const id = await github.as(login).comment(1, text);
      await run();
      expect(reactionsTo(github, id)).toEqual([allowed ? '+1' : 'confused']);
      // Nobody before had the right to it, so nothing has happened yet; and who never muted is not muted.
      expect(happened(github, login)).toBe(allowed || text === '/release unmute');
      expect(replied("You can't do that here.")(github, login)).toBe(!allowed);
    });

    test('is carried out once, also when its author edits it', async () => {
      const { github, run } = table;
      const id = issue(github, 1).comments.findLast(({ author }) => author === 'alice')?.id ?? 0;
      await github.as('alice').editComment(id, `${text} `);
      const from = github.journal.length;
      await run();
      expect(writesSince(github, from)).toEqual([]);
    });
  },
);

describe.each(ELSEWHERE.map(({ name }) => ({ name, text: `/release ${name}` })))(
  '/release $name, which belongs elsewhere',
  ({ text }) => {
    let table: Table;

    beforeAll(async () => {
      table = await startTable();
    });

    afterAll(async () => {
      expectNoViolations(table.github);
      await table.github.close();
    });

    test('counts for nothing where it is no command', async () => {
      await expectIgnored(table, text);
      expect(
        issue(table.github, 1)
          .comments.map(({ body }) => body)
          .join(),
      ).not.toContain('write it there.');
    });

    test.each(GIVERS)('given by $who is not carried out', async ({ login, rights }) => {
      const { github, run } = table;
      const id = await github.as(login).comment(1, text);
      await run();
      expect(reactionsTo(github, id)).toEqual(['confused']);
      expect(replied('write it there.')(github, login)).toBe(rights.length > 0);
    });
  },
);
