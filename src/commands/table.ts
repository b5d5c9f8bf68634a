// The table of slash commands: names, arguments, who may, and what they do in words.

/** Who may give a command. */
export type Right =
  /** Everybody with a role in the config, and who may triage the repository. */
  | 'team'
  /** The people of the task's role, those who lead the release, and who may write to the repository. */
  | 'holder'
  /** The team that answers for a case file, its lead, those who lead the release, and who may write to the repository. */
  | 'owner'
  /** The people of the teams of the config, the leads of these teams, and those who lead the release. */
  | 'member'
  /** Those who lead the release, and who maintain the repository. */
  | 'lead';

/** Who that is, in words that fit behind "only" and into a table. */
export const RIGHT_WORDS: Readonly<Record<Right, string>> = {
  team: 'people with a role in the config, and those who may triage the repository',
  holder:
    "those who hold the task's role, those who lead the release, and those who may write to the repository",
  owner:
    'the team that answers for the tests, its lead, those who lead the release, and those who may write to the repository',
  member: 'the people of the teams of the config, the leads of these teams, and those who lead the release',
  lead: 'those who lead the release, and those who maintain the repository',
};

/** What a command is about: one task, the release as a whole, a message to people and what they make of it, or the pull request or case file that it stands on. */
export type Subject = 'task' | 'release' | 'message' | 'pull' | 'case';

export interface CommandRow {
  readonly name: string;
  /** As people write it, behind the name. */
  readonly usage: string;
  readonly about: Subject;
  readonly right: Right;
  readonly help: string;
}

export const COMMANDS = [
  { name: 'help', usage: '', about: 'release', right: 'team', help: 'lists the commands' },
  { name: 'status', usage: '', about: 'release', right: 'team', help: 'says where the release stands' },
  {
    name: 'audit',
    usage: '',
    about: 'release',
    right: 'team',
    help: 'says what still stands before the next milestone, with owners',
  },
  {
    name: 'done',
    usage: 'TASK',
    about: 'task',
    right: 'holder',
    help: 'ticks a task and closes its issue',
  },
  {
    name: 'undo',
    usage: 'TASK',
    about: 'task',
    right: 'holder',
    help: 'takes the tick back and reopens the issue',
  },
  {
    name: 'skip',
    usage: 'TASK because REASON',
    about: 'task',
    right: 'holder',
    help: 'ticks a task that is not needed, with the reason in the log',
  },
  {
    name: 'assign',
    usage: 'TASK @LOGIN',
    about: 'task',
    right: 'holder',
    help: 'assigns a person to the issue of a task',
  },
  {
    name: 'take',
    usage: 'TASK',
    about: 'task',
    right: 'team',
    help: 'assigns yourself to the issue of a task',
  },
  {
    name: 'slip',
    usage: 'MILESTONE DAY because REASON',
    about: 'release',
    right: 'lead',
    help: 'opens a pull request that moves a date',
  },
  {
    name: 'mute',
    usage: '',
    about: 'release',
    right: 'team',
    help: 'no mentions of you and no assignments any more, in this release',
  },
  { name: 'unmute', usage: '', about: 'release', right: 'team', help: 'takes it back' },
  {
    name: 'seen',
    usage: '',
    about: 'message',
    right: 'member',
    help: 'says that your team has seen the day of the milestone that relcomms asks about',
  },
  {
    name: 'announce',
    usage: 'TEXT',
    about: 'message',
    right: 'lead',
    help: 'tells everybody who hears of dates, in their channels',
  },
  {
    name: 'approve',
    usage: 'MESSAGE',
    about: 'message',
    right: 'lead',
    help: 'lets a message go out whose preview is shown here',
  },
  {
    name: 'why',
    usage: '',
    about: 'pull',
    right: 'team',
    help: 'on a pull request: says rule by rule who has to approve it and when they are reminded',
  },
  {
    name: 'eta',
    usage: 'DAY because REASON',
    about: 'case',
    right: 'owner',
    help: 'on the issue of failing tests: says when they will be mended; the reason can be left out',
  },
  {
    name: 'progress',
    usage: 'TEXT',
    about: 'case',
    right: 'owner',
    help: 'on the issue of failing tests: tells the release master how it goes',
  },
  {
    name: 'not-ours',
    usage: 'TEAM',
    about: 'case',
    right: 'owner',
    help: 'on the issue of failing tests: hands them to another team for good',
  },
] as const satisfies readonly CommandRow[];

type Row = (typeof COMMANDS)[number];

export type CommandName = Row['name'];

/** Commands that name a task. */
export type TaskCommandName = Extract<Row, { about: 'task' }>['name'];

/** Commands that are given on a pull request only. */
export type PullCommandName = Extract<Row, { about: 'pull' }>['name'];

/** Commands that are given on a case file only. */
export type CaseCommandName = Extract<Row, { about: 'case' }>['name'];

/** Commands about messages to people outside of GitHub. */
export type MessageCommandName = Extract<Row, { about: 'message' }>['name'];

/** Roles whose people lead a release. */
export const LEADING_ROLES: readonly string[] = ['lead', 'release-master', 'release-manager'];
