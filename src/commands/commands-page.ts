// The page docs/commands.md, made from the commands of all duties: what each does and who may give it.
import type { Permission } from '../domain/command-comment.ts';
import { MOST_COMMANDS } from '../text/command-lines.ts';
import { type AnyCommand, type CommandBook, helpOf } from './book.ts';
import { usageOf } from './command.ts';
import { type Giver, may } from './may.ts';
import { REASON_LIMIT } from './parse.ts';
import { LEADING_ROLES, RIGHT_WORDS, type Right } from './rights.ts';

/** In the order of the page. */
const RIGHTS: readonly Right[] = ['team', 'holder', 'owner', 'member', 'voter', 'lead', 'admin'];

/** A release in which alice leads, bob holds the role of the task and carol another one. */
const ROLES = { roles: { [LEADING_ROLES[0] ?? '']: ['alice'], docs: ['bob'], blog: ['carol'] } };

/** Who answers for a case file; a team of the config. */
const OWNER = { teams: ['acme/api'], people: [] };

/** Everybody who may write a comment, by what they may do otherwise. */
const PEOPLE: readonly { readonly who: string; readonly giver: Giver }[] = [
  { who: 'anybody with read access', giver: person('dave', 'read') },
  { who: 'another role', giver: person('carol', 'read') },
  { who: "the task's role", giver: person('bob', 'read') },
  {
    who: 'a team (of the tests)',
    giver: { ...person('erin', 'read'), teams: { member: ['acme/api'], unknown: [] } },
  },
  { who: 'a lead', giver: person('alice', 'read') },
  { who: 'triage', giver: person('dave', 'triage') },
  { who: 'write', giver: person('dave', 'write') },
  { who: 'maintain', giver: person('dave', 'maintain') },
  { who: 'admin', giver: person('dave', 'admin') },
];

/** `book` is that of all duties. */
export function commandsPage(book: CommandBook): string {
  const rows = book.entries;
  const notes = rows.flatMap(({ command }) => command.note ?? []);
  return `${[
    '<!-- Made by npm run generate from the commands that the duties declare: change them there. -->',
    '',
    '# Commands',
    '',
    `Commands that people can write in a comment ${anyOf(book.places.map(({ on }) => on))}. A command starts a line:`,
    '',
    '```text',
    ...rows.flatMap(({ command }) => command.example ?? []),
    '```',
    '',
    '| command | what it does |',
    '| --- | --- |',
    ...rows.map((entry) => `| \`${usageOf(entry.command)}\` | ${helpOf(entry)} |`),
    '',
    [
      ...new Set(notes),
      `A comment can have up to ${MOST_COMMANDS} commands, and a reason up to ${REASON_LIMIT} characters.`,
    ].join(' '),
    '',
    '## Who can use them',
    '',
    `| command | ${PEOPLE.map(({ who }) => who).join(' | ')} |`,
    `| --- | ${PEOPLE.map(() => '---').join(' | ')} |`,
    ...new Set(rows.map(({ command }) => rightsRow(command))),
    '',
    `In words: ${RIGHTS.flatMap((right) => rightWords(right, rows)).join(' ')} Release leads are people with one of the roles ${LEADING_ROLES.map((role) => `\`${role}\``).join(', ')}.`,
    '',
    ...RULES,
    ...rows.flatMap(({ command }) =>
      command.page === undefined ? [] : ['', `## ${command.page.heading}`, '', command.page.text],
    ),
  ].join('\n')}\n`;
}

function rightsRow({ name, right }: AnyCommand): string {
  const answers = PEOPLE.map(({ giver }) => (may(right, giver, ROLES, 'docs', OWNER) ? 'yes' : 'no'));
  return `| \`${name}\` | ${answers.join(' | ')} |`;
}

function rightWords(right: Right, rows: CommandBook['entries']): string[] {
  const names = new Set(
    rows.flatMap(({ command }) => (command.right === right ? [`\`${command.name}\``] : [])),
  );
  if (names.size === 0) return [];
  return [`${[...names].join(', ')} ${names.size === 1 ? 'is' : 'are'} open to ${RIGHT_WORDS[right]}.`];
}

function anyOf(places: readonly string[]): string {
  const last = places.at(-1) ?? '';
  return places.length < 2 ? last : `${places.slice(0, -1).join(', ')}, or ${last}`;
}

/** What holds for all commands alike. */
const RULES: readonly string[] = [
  "People and GitHub teams (such as `acme/docs`) can have a role. relcomms asks GitHub for a person's repository permission and team membership when it carries out the command. If GitHub doesn't answer, relcomms doesn't run the command. Teams need `members: read`, which an App can have and a workflow token can't. A role is not enough for people who can't read the repository.",
  '',
  '## How it is answered',
  '',
  "- **👀** as soon as GitHub notifies the App of the comment. relcomms never removes it. The Action shows none: it answers when it runs. A comment without a command, or with a command that can't be read, gets none. The same goes for people that GitHub doesn't mark as part of the repository.",
  '- **👍** when everything is done and noted in the log.',
  '- **😕** when some of it is not done, with one line that says why. GitHub has no ✅ among its reactions.',
  "- People who can't use a command get the reason once per release; further attempts get only 😕, and the log lists five attempts per person. People who are not in the config and not part of the repository get one 😕 per issue, and no other answer there. For a typo, relcomms suggests the nearest command, to people who can use one.",
  '',
  'When many people write commands at once, relcomms answers people with a role first and the others in later runs; the report counts who waits.',
  '',
  '## Before there is a config',
  '',
  "In a repository without a config, `/release onboard` in an issue or pull request asks the App for the pull request with a first one. It is open to people with the role maintain or admin, and works where an earlier one was closed. relcomms answers with 👍 when the pull request was opened, otherwise with one comment that says why. People who can't ask get 😕 and no comment.",
  '',
  '## What relcomms ignores',
  '',
  'relcomms ignores commands by bots and by itself. It ignores commands in code, quotes, lists, headings, HTML comments, and links, or in the middle of a sentence. It ignores comments that somebody else has edited. Commands that were carried out are not repeated, even if their author edits the comment later.',
];

function person(login: string, permission: Permission): Giver {
  return { login, permission, teams: { member: [], unknown: [] } };
}
