// The page docs/commands.md, made from the table of commands: what each does and who may give it.
import { MOST_COMMANDS } from '../text/command-lines.ts';
import { type Giver, may } from './may.ts';
import { REASON_LIMIT, usageOf } from './parse.ts';
import { COMMANDS, LEADING_ROLES, RIGHT_WORDS } from './table.ts';
import type { Permission } from '../domain/command-comment.ts';

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

export function commandsPage(): string {
  return `${[
    '<!-- Made by npm run generate from src/commands/table.ts: change it there. -->',
    '',
    '# Commands',
    '',
    'What people can write in a comment on the tracking issue of a release, on the issue of a task, or on the issue of failing tests. A command stands at the start of a line:',
    '',
    '```text',
    '/release skip blog-series because the features fit into one post',
    '```',
    '',
    '| command | what it does |',
    '| --- | --- |',
    ...COMMANDS.map((row) => `| \`${usageOf(row)}\` | ${row.help} |`),
    '',
    `TASK is a part of its title, its id, or \`#12\` for its issue; in the issue of a task it can be left out. Of a weekly task the next open one is meant, by \`undo\` the last that is done. DAY is a day or an amount: \`2026-11-17\`, \`+2w\`, \`-3d\`, \`+5wd\` (working days); with \`eta\` it may also be \`today\`, \`tomorrow\` or \`friday\`. TEAM is the id of a team of the config, or its name on GitHub. A comment may hold ${MOST_COMMANDS} commands, a reason ${REASON_LIMIT} characters.`,
    '',
    '## Who may',
    '',
    `| command | ${PEOPLE.map(({ who }) => who).join(' | ')} |`,
    `| --- | ${PEOPLE.map(() => '---').join(' | ')} |`,
    ...COMMANDS.map(
      (row) =>
        `| \`${row.name}\` | ${PEOPLE.map(({ giver }) => (may(row.right, giver, ROLES, 'docs', OWNER) ? 'yes' : 'no')).join(' | ')} |`,
    ),
    '',
    `In words: ${namesWith('team')} are for ${RIGHT_WORDS.team}. ${namesWith('holder')} are for ${RIGHT_WORDS.holder}. ${namesWith('owner')} are for ${RIGHT_WORDS.owner}. ${namesWith('member')} is for ${RIGHT_WORDS.member}. ${namesWith('lead')} is for ${RIGHT_WORDS.lead}. Who leads are the roles ${LEADING_ROLES.map((role) => `\`${role}\``).join(', ')}.`,
    '',
    ...RULES,
  ].join('\n')}\n`;
}

/** What holds for all commands alike. */
const RULES: readonly string[] = [
  "A role is held by people and by GitHub teams, written as `acme/docs`. The right on the repository and the membership in a team are asked of GitHub when the command is carried out. When GitHub doesn't say, the answer is no. Teams need `members: read`, which an App can have and the token of a workflow can't. A role helps nobody who can't read the repository.",
  '',
  '## How it is answered',
  '',
  "- **👀** as soon as the App hears of the comment. It stays. The Action shows none: it answers when it runs. A comment that is no command, or whose command can't be read, gets none.",
  '- **👍** when all of it is done and noted in the log.',
  '- **😕** when something of it is not done, with one line that says why. GitHub has no ✅ among its reactions.',
  '- Who may not give a command is told why once in a release; more attempts get 😕 alone, and the log lists five of a person. A typo gets the nearest command, for those who may give one.',
  '',
  'Left without an answer are commands of bots and of relcomms itself; commands in code, quotes, lists, headings, HTML comments and links, or in the middle of a sentence; a comment that somebody else has edited; and one that was carried out already, whatever its author makes of it afterwards.',
  '',
  '## Mute',
  '',
  "`/release mute` is for one person and one release: relcomms mentions and assigns them no more, in the status, in notices and in new task issues, and nobody can have them assigned by a command. What they are assigned to stays theirs, and they may still `take` a task. GitHub's own mails about an issue stop with “Unsubscribe” in its sidebar. To opt out of all releases, write `opt-out: yes` under `people` in the config.",
];

function namesWith(right: (typeof COMMANDS)[number]['right']): string {
  return COMMANDS.flatMap((row) => (row.right === right ? [`\`${row.name}\``] : [])).join(', ');
}

function person(login: string, permission: Permission): Giver {
  return { login, permission, teams: { member: [], unknown: [] } };
}
