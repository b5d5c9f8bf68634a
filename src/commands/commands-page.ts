// The page docs/commands.md, made from the commands of all duties: what each does and who may give it.
import type { Permission } from '../domain/command-comment.ts';
import { MOST_COMMANDS } from '../text/command-lines.ts';
import { type AnyCommand, type CommandBook, helpOf } from './book.ts';
import { usageOf } from './command.ts';
import { type Giver, may } from './may.ts';
import { REASON_LIMIT } from './parse.ts';
import { LEADING_ROLES, RIGHT_WORDS, type Right } from './rights.ts';

/** In the order of the page. */
const RIGHTS: readonly Right[] = ['team', 'holder', 'owner', 'member', 'lead'];

/** A release in which alice leads, bob holds the role of the task and carol another one. */
const ROLES = { roles: { [LEADING_ROLES[0] ?? '']: ['alice'], docs: ['bob'], blog: ['carol'] } };

/** Who answers for a case file; a team of the config. */
const OWNER = { teams: ['acme/api'], people: [] };

/** Everybody who may write a comment, by what they may do otherwise. */
const PEOPLE: readonly { readonly who: string; readonly giver: Giver }[] = [
  { who: 'anybody who may read', giver: person('dave', 'read') },
  { who: 'another role', giver: person('carol', 'read') },
  { who: "the task's role", giver: person('bob', 'read') },
  {
    who: 'a team (of the tests)',
    giver: { ...person('erin', 'read'), teams: { member: ['acme/api'], unknown: [] } },
  },
  { who: 'a lead', giver: person('alice', 'read') },
  { who: 'triage', giver: person('dave', 'triage') },
  { who: 'write', giver: person('dave', 'write') },
  { who: 'maintain, admin', giver: person('dave', 'maintain') },
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
    `What people can write in a comment ${anyOf(book.places.map(({ on }) => on))}. A command stands at the start of a line:`,
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
      `A comment may hold ${MOST_COMMANDS} commands, a reason ${REASON_LIMIT} characters.`,
    ].join(' '),
    '',
    '## Who may',
    '',
    `| command | ${PEOPLE.map(({ who }) => who).join(' | ')} |`,
    `| --- | ${PEOPLE.map(() => '---').join(' | ')} |`,
    ...new Set(rows.map(({ command }) => rightsRow(command))),
    '',
    `In words: ${RIGHTS.flatMap((right) => rightWords(right, rows)).join(' ')} Who leads are the roles ${LEADING_ROLES.map((role) => `\`${role}\``).join(', ')}.`,
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
  return [`${[...names].join(', ')} ${names.size === 1 ? 'is' : 'are'} for ${RIGHT_WORDS[right]}.`];
}

function anyOf(places: readonly string[]): string {
  const last = places.at(-1) ?? '';
  return places.length < 2 ? last : `${places.slice(0, -1).join(', ')}, or ${last}`;
}

/** What holds for all commands alike. */
const RULES: readonly string[] = [
  "A role is held by people and by GitHub teams, written as `acme/docs`. The right on the repository and the membership in a team are asked of GitHub when the command is carried out. When GitHub doesn't say, the answer is no. Teams need `members: read`, which an App can have and the token of a workflow can't. A role helps nobody who can't read the repository.",
  '',
  '## How it is answered',
  '',
  "- **👀** as soon as the App hears of the comment. relcomms never removes it. The Action shows none: it answers when it runs. A comment that is no command, or whose command can't be read, gets none, nor does one of somebody who GitHub doesn't mark as part of the repository.",
  '- **👍** when all of it is done and noted in the log.',
  '- **😕** when something of it is not done, with one line that says why. GitHub has no ✅ among its reactions.',
  '- Somebody who may not give a command gets the reason once per release; further attempts get 😕 only, and the log lists five attempts per person. People who are not in the config and not part of the repository get one 😕 per issue, and no other answer there. A typo gets the nearest command, for those who may give one.',
  '',
  'Where many people give commands at once, those with a role are heard first and the others in later runs; the report counts who waits.',
  '',
  'Left without an answer are commands of bots and of relcomms itself; commands in code, quotes, lists, headings, HTML comments and links, or in the middle of a sentence; a comment that somebody else has edited; and one that was carried out already, whatever its author makes of it afterwards.',
];

function person(login: string, permission: Permission): Giver {
  return { login, permission, teams: { member: [], unknown: [] } };
}
