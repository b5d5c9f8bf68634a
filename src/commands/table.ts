// The table of slash commands: names, arguments, who may, and what they do in words.

/** Who may give a command. */
export type Right =
  /** Everybody with a role in the config, and who may triage the repository. */
  | 'team'
  /** The people of the task's role, those who lead the release, and who may write to the repository. */
  | 'holder'
  /** Those who lead the release, and who maintain the repository. */
  | 'lead';

export interface CommandRow {
  readonly name: string;
  /** As people write it, behind the name. */
  readonly usage: string;
  readonly right: Right;
  readonly help: string;
}

export const COMMANDS = [
  { name: 'help', usage: '', right: 'team', help: 'lists the commands' },
  { name: 'status', usage: '', right: 'team', help: 'says where the release stands' },
  { name: 'done', usage: 'TASK', right: 'holder', help: 'ticks a task and closes its issue' },
  { name: 'undo', usage: 'TASK', right: 'holder', help: 'takes the tick back and reopens the issue' },
  {
    name: 'skip',
    usage: 'TASK because REASON',
    right: 'holder',
    help: 'ticks a task that is not needed, with the reason in the log',
  },
  { name: 'assign', usage: 'TASK @LOGIN', right: 'holder', help: 'assigns a person to the issue of a task' },
  { name: 'take', usage: 'TASK', right: 'team', help: 'assigns yourself to the issue of a task' },
  {
    name: 'slip',
    usage: 'MILESTONE DAY because REASON',
    right: 'lead',
    help: 'opens a pull request that moves a date',
  },
] as const satisfies readonly CommandRow[];

export type CommandName = (typeof COMMANDS)[number]['name'];

/** Roles whose people lead a release. */
export const LEADING_ROLES: readonly string[] = ['lead', 'release-master', 'release-manager'];
