// Carries out a command about a task: ticks it, opens it again, or assigns somebody.
import { may } from '../../../commands/may.ts';
import type { Right, TaskCommandName } from '../../../commands/table.ts';
import type { Task } from '../../../domain/release.ts';
import { type Answer, type Command, refused, told } from './answer.ts';
import { type Choice, type Target, findTarget } from './find-unit.ts';
import { answer } from './render-command.ts';
import { entryKey } from '../stage.ts';
import { unitKey } from '../tasks/units.ts';

/** Who has some right is helped to name the task before it is asked whether the task is theirs. */
export function aboutTask(name: TaskCommandName, right: Right, command: Command): Answer {
  const { words, giver, comment, input } = command;
  const { release } = input;
  const subject = name === 'assign' ? words.slice(0, -1) : words;
  const target = findTarget(subject, comment.issue, release, input.issues, chooser(name, command));
  if ('problem' in target) return may('team', giver, release) ? told(target.problem) : refused(right, giver);
  if (!may(right, giver, release, target.items[0]?.role)) return refused(right, giver);
  return onTask(name, target, command);
}

/** The next occurrence that is open; to open one again, the last that is done. */
function chooser(name: TaskCommandName, { input, effects }: Command): Choice {
  const isDone = ({ id }: Task): boolean => effects.done.get(id) ?? input.done.has(id);
  return (occurrences) =>
    name === 'undo'
      ? (occurrences.findLast(isDone) ?? occurrences[0])
      : (occurrences.find((task) => !isDone(task)) ?? occurrences.at(-1));
}

function onTask(name: TaskCommandName, target: Target, command: Command): Answer {
  switch (name) {
    case 'done':
      return setDone(target, true, command, 'ticked');
    case 'undo':
      return setDone(target, false, command, 'open again');
    case 'skip':
      return command.because === undefined ? told(answer.noReason()) : skip(target, command.because, command);
    case 'assign':
      return assignOther(target, command);
    case 'take':
      return assign(target, command.giver.login, command);
  }
}

function setDone({ items }: Target, done: boolean, { effects }: Command, words: string): Answer {
  for (const { id } of items) {
    effects.done.set(id, done);
    effects.skipped.delete(id);
  }
  return { good: true, words };
}

function skip(target: Target, because: string, command: Command): Answer {
  const answered = setDone(target, true, command, 'skipped');
  for (const { id } of target.items) command.effects.skipped.set(id, { by: command.giver.login, because });
  return answered;
}

/** A name without @ counts when it stands in the config: else it is most likely a word of the title. */
function assignOther(target: Target, command: Command): Answer {
  const { input, words } = command;
  const [, at, login = ''] = /^(@?)([A-Za-z0-9-]+(?:_[A-Za-z0-9]+)?)$/.exec(words.at(-1) ?? '') ?? [];
  const known = Object.values(input.release.roles).flat();
  if (at === undefined || (at === '' && !known.includes(login))) return told(answer.noPerson());
  if (input.context.isQuiet(login, input.release.version)) return told(answer.quiet(login));
  return assign(target, login, command);
}

function assign({ unit }: Target, login: string, { comment, input, effects }: Command): Answer {
  const issue = unit && input.issues.find((candidate) => candidate.key === unitKey(input.release, unit));
  if (unit === undefined || issue?.state !== 'open') return told(answer.noIssue());
  const entry = entryKey(input.release, `command/${comment.commentId}`);
  effects.assign.set(unit.id, [
    ...(effects.assign.get(unit.id) ?? []),
    { login, entry, taken: login === comment.author },
  ]);
  return { good: true, words: `assigned ${login}`, risk: answer.notAssigned(login) };
}
