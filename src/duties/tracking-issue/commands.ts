// Carries out the commands that people wrote: what they change, and how they are answered.
import { type Giver, may } from '../../commands/may.ts';
import { parseCommand } from '../../commands/parse.ts';
import type { CommandName } from '../../commands/table.ts';
import { dayAt } from '../../domain/day.ts';
import type { Desired } from '../../domain/desired.ts';
import type { CommandComment, OwnIssue, Skipped } from '../../domain/observed.ts';
import type { Release } from '../../domain/release.ts';
import { escapeMarkdown } from '../../text/escape-markdown.ts';
import type { DutyContext } from '../duty.ts';
import type { TrackingIssueConfig } from './config.ts';
import { type Target, findTarget } from './find-unit.ts';
import { proposeSlip } from './propose-slip.ts';
import { renderCommandEntry, renderHelp, renderReply } from './render-command.ts';
import { entryKey, issueKey } from './stage.ts';
import { unitKey } from './units.ts';

export interface CommandInput {
  readonly release: Release;
  readonly context: DutyContext<TrackingIssueConfig>;
  readonly issues: readonly OwnIssue[];
  readonly comments: readonly CommandComment[];
  /** Ids of the items that are done. */
  readonly done: ReadonlySet<string>;
  /** Text that answers `status`. */
  readonly status: () => string;
}

/** A person to assign because somebody said so. */
export interface AskedPerson {
  readonly login: string;
  /** Key of the log line about the command: withheld when GitHub does not assign the person. */
  readonly entry: string;
}

export interface CommandEffects {
  /** Items that are done or open because somebody said so. */
  readonly done: ReadonlyMap<string, boolean>;
  /** Of those that are done, the ones that were left out. */
  readonly skipped: ReadonlyMap<string, Skipped>;
  /** Whom to assign, by unit. */
  readonly assign: ReadonlyMap<string, readonly AskedPerson[]>;
  readonly desired: readonly Desired[];
}

/** What became of one line. `reply` is told in a comment; without the right there is none. */
interface Answer {
  readonly good: boolean;
  readonly words: string;
  readonly reply?: string;
  readonly desired?: Desired;
}

interface Effects {
  readonly done: Map<string, boolean>;
  readonly skipped: Map<string, Skipped>;
  readonly assign: Map<string, AskedPerson[]>;
}

/** Goes through the comments of this release in order; later ones win. */
export function commandEffects(input: CommandInput): CommandEffects {
  const effects: Effects = { done: new Map(), skipped: new Map(), assign: new Map() };
  const own = input.comments.filter(({ issue }) =>
    issue.startsWith(`${issueKey(input.release).split('/')[0] ?? ''}/`),
  );
  const desired = own.flatMap((comment) => answerComment(comment, input, effects));
  return { ...effects, desired };
}

function answerComment(comment: CommandComment, input: CommandInput, effects: Effects): Desired[] {
  const answers = comment.lines.map((line) => ({ line, ...carryOut(line, comment, input, effects) }));
  const good = answers.every((answer) => answer.good);
  const key = entryKey(input.release, `command/${comment.commentId}`);
  const why = `${comment.author} asked for it`;
  const replies = answers.flatMap(({ reply }) => reply ?? []);
  const day = dayAt(input.context.now, input.release.timezone);
  const text = answers.map(({ line, words }) => renderCommandEntry(comment.author, line, words)).join('; ');
  return [
    ...answers.flatMap((answer) => answer.desired ?? []),
    ...(replies.length === 0
      ? []
      : [
          {
            kind: 'comment' as const,
            issue: comment.issue,
            key: `${key}/reply`,
            entry: key,
            body: renderReply(replies),
            why,
          },
        ]),
    { kind: 'reaction', commentId: comment.commentId, content: good ? '+1' : 'confused', entry: key, why },
    { kind: 'entry', issue: issueKey(input.release), key, day, text, why },
  ];
}

function carryOut(line: string, comment: CommandComment, input: CommandInput, effects: Effects): Answer {
  const giver: Giver = { login: comment.author, permission: comment.permission };
  const { roles } = input.release;
  const parsed = parseCommand(line);
  if (parsed.kind === 'mistake') {
    return may('team', giver, roles) ? told(parsed.message) : { good: false, words: 'not understood' };
  }
  const { row, words, because } = parsed;
  const subject = row.name === 'assign' ? words.slice(0, -1) : words;
  const target = findTarget(subject, comment.issue, input.release, input.issues);
  const role = 'items' in target ? target.items[0]?.role : undefined;
  if (!may(row.right, giver, roles, role)) {
    return {
      good: false,
      words:
        comment.permission === 'unknown'
          ? 'refused, the right could not be checked'
          : 'refused, no right to it',
    };
  }
  if (row.name === 'help') return { good: true, words: 'answered', reply: renderHelp() };
  if (row.name === 'status') return { good: true, words: 'answered', reply: input.status() };
  if (row.name === 'slip') return proposed(words, because, comment, input);
  if ('problem' in target) return told(target.problem);
  const entry = entryKey(input.release, `command/${comment.commentId}`);
  return onTask(row.name, target, { words, because, giver, input, effects, entry });
}

/** Dates are moved by people: the command opens a pull request, and a person merges it. */
function proposed(
  words: readonly string[],
  because: string | undefined,
  comment: CommandComment,
  input: CommandInput,
): Answer {
  const { release, context, issues } = input;
  const wish = proposeSlip({
    words,
    because,
    release,
    context,
    done: input.done,
    tracking: issues.find((issue) => issue.key === issueKey(release))?.number,
    entry: entryKey(release, `command/${comment.commentId}`),
    why: `${comment.author} asked for it`,
  });
  if ('problem' in wish) return told(escapeMarkdown(wish.problem));
  return { good: true, words: 'opened a pull request', desired: wish };
}

interface TaskCommand {
  readonly words: readonly string[];
  readonly because: string | undefined;
  readonly giver: Giver;
  readonly input: CommandInput;
  readonly effects: Effects;
  /** Key of the log line about the command. */
  readonly entry: string;
}

function onTask(
  name: Exclude<CommandName, 'help' | 'status' | 'slip'>,
  target: Target,
  command: TaskCommand,
): Answer {
  switch (name) {
    case 'done':
      return setDone(target, true, command, 'ticked');
    case 'undo':
      return setDone(target, false, command, 'open again');
    case 'skip':
      return command.because === undefined
        ? told('Why? Write: /release skip TASK because REASON.')
        : skip(target, command.because, command);
    case 'assign':
      return assign(target, /^@?([A-Za-z0-9-]+)$/.exec(command.words.at(-1) ?? '')?.[1], command);
    case 'take':
      return assign(target, command.giver.login, command);
  }
}

function setDone({ items }: Target, done: boolean, { effects }: TaskCommand, words: string): Answer {
  for (const { id } of items) {
    effects.done.set(id, done);
    effects.skipped.delete(id);
  }
  return { good: true, words };
}

function skip(target: Target, because: string, command: TaskCommand): Answer {
  const answer = setDone(target, true, command, 'skipped');
  for (const { id } of target.items) command.effects.skipped.set(id, { by: command.giver.login, because });
  return answer;
}

function assign({ unit }: Target, login: string | undefined, { input, effects, entry }: TaskCommand): Answer {
  if (login === undefined) return told('Whom? Write: /release assign TASK @LOGIN.');
  const issue = unit && input.issues.find((candidate) => candidate.key === unitKey(input.release, unit));
  if (unit === undefined || issue?.state !== 'open') return told('The task has no open issue to assign.');
  effects.assign.set(unit.id, [...(effects.assign.get(unit.id) ?? []), { login, entry }]);
  return { good: true, words: `assigned ${login}` };
}

/** Not carried out, and told why, since the person has the right to know. */
function told(problem: string): Answer {
  return { good: false, words: 'not carried out', reply: problem };
}
