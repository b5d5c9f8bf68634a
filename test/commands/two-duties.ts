// Two duties with commands, made for tests: one keeps two places, the other tells its own in one of them.
import { type CommandBook, type DutyPart, commandBook } from '../../src/commands/book.ts';
import type { Command } from '../../src/commands/command.ts';
import type { CommandComment, Permission } from '../../src/domain/command-comment.ts';
import { type Instant, day } from '../../src/domain/day.ts';
import type { Release } from '../../src/domain/release.ts';

export const RELEASE: Release = {
  version: 'v2',
  title: 'v2',
  timezone: 'UTC',
  start: day('2020-01-06'),
  release: day('2020-01-28'),
  end: day('2020-02-02'),
  weeks: [],
  milestones: [],
  tasks: [],
  roles: { lead: ['alice'], docs: ['bob'] },
  roleTeams: { docs: ['acme/docs'] },
};

export const NOW = Date.UTC(2020, 0, 8, 12) as Instant;

/** What a command of the keeper is given: how often somebody knocked. */
export interface Scene {
  readonly at: number;
}

const knock: Command<Scene, number> = {
  name: 'knock',
  usage: 'WORDS because REASON',
  place: 'door',
  right: 'team',
  help: 'knocks',
  carryOut: ({ because }, { at }) => ({
    good: true,
    words: because ?? 'for nothing',
    reply: `knock ${at + 1}`,
    after: at + 1,
  }),
};

const open: Command<Scene, number> = {
  name: 'open',
  usage: '',
  place: 'door',
  right: 'lead',
  help: 'opens',
  bare: true,
  carryOut: () => ({ good: true, words: 'opened' }),
};

const paint: Command<Scene> = {
  name: 'paint',
  usage: 'COLOR',
  place: 'window',
  right: 'owner',
  help: 'paints it',
  measure: () => ({ owner: { teams: ['acme/paint'], people: ['erin'] } }),
  carryOut: () => ({ good: true, words: 'painted' }),
};

/** Of the other duty, on the door of the first. */
export const ring: Command<unknown, never, string> = {
  name: 'ring',
  usage: 'TONE',
  place: 'door',
  right: 'member',
  help: 'rings',
  off: 'There is no bell.',
  measure: () => ({ owner: { teams: ['acme/bells'], people: [] } }),
  carryOut: ({ words }) =>
    words.length === 0
      ? { good: false, words: 'not carried out', reply: 'Which tone?' }
      : { good: true, words: 'rung', risk: 'It may be broken.', effect: words.join(' ') },
};

const KEEPER: DutyPart = {
  name: 'keeper',
  section: 'keeper',
  config: {},
  lacks: false,
  places: [
    { name: 'window', on: 'on a window', of: 'windows', holds: (key) => key.startsWith('v2/window/') },
    { name: 'door', on: 'on a door', of: 'doors', first: true, holds: (key) => key === 'v2/door' },
  ],
  commands: [paint, knock, open],
};

const BELLS: DutyPart = { name: 'bells', section: 'bells', config: {}, lacks: false, commands: [ring] };

export function bookWith(bells: Partial<DutyPart> = {}): CommandBook {
  return commandBook([{ ...BELLS, ...bells }, KEEPER]);
}

export interface Saying {
  readonly author?: string;
  readonly permission?: Permission;
  readonly issue?: string;
  readonly teams?: CommandComment['teams'];
}

export function comment(commentId: number, lines: readonly string[], saying: Saying = {}): CommandComment {
  const { author = 'bob', permission = 'read', issue = 'v2/door', teams } = saying;
  const number = issue === 'v2/door' ? 1 : 2;
  return { commentId, issue, number, author, permission, teams: teams ?? { member: [], unknown: [] }, lines };
}
