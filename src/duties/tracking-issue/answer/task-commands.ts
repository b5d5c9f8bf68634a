// The commands about a task: tick it, open it again, or assign somebody.
import { LOGIN } from '../../../domain/login.ts';
import { commandKey } from '../../../commands/answer-comment.ts';
import { type Answer, type Given, told } from '../../../commands/command.ts';
import type { Task } from '../../../domain/release.ts';
import { unitKey } from '../../units.ts';
import type { Effects, ReleaseCommand, ReleaseScene } from './effects.ts';
import { type Choice, type Found, type Target, findTarget } from './find-unit.ts';
import { RELEASE_PLACE } from './place.ts';
import { TASK_NOTE, answer } from './render-command.ts';

/** A command about a task before its task is found. */
interface TaskCommand extends Pick<ReleaseCommand, 'name' | 'usage' | 'right' | 'help' | 'example'> {
  /** The words that name the task; absent: all of them. */
  readonly subject?: (words: readonly string[]) => readonly string[];
  /** Which one of a series is meant; absent: the next that is open. */
  readonly choose?: (scene: ReleaseScene) => Choice;
  readonly act: (target: Target, given: Given, scene: ReleaseScene) => Answer<Effects>;
}

const COMMANDS: readonly TaskCommand[] = [
  {
    name: 'done',
    usage: 'TASK',
    right: 'holder',
    help: 'marks a task as done and closes its issue',
    act: (target, _, scene) => setDone(target, true, scene, 'ticked'),
  },
  {
    name: 'undo',
    usage: 'TASK',
    right: 'holder',
    help: 'marks a task as open again and reopens its issue',
    choose: lastDone,
    act: (target, _, scene) => setDone(target, false, scene, 'open again'),
  },
  {
    name: 'skip',
    usage: 'TASK because REASON',
    right: 'holder',
    help: 'marks a task as not needed, with the reason in the log',
    example: '/release skip blog-series because the features fit into one post',
    act: skip,
  },
  {
    name: 'assign',
    usage: 'TASK @LOGIN',
    right: 'holder',
    help: 'assigns a person to the issue of a task',
    subject: (words) => words.slice(0, -1),
    act: assignOther,
  },
  {
    name: 'take',
    usage: 'TASK',
    right: 'team',
    help: 'assigns yourself to the issue of a task',
    act: (target, given, scene) => assign(target, given.giver.login, given, scene),
  },
];

export const taskCommands: readonly ReleaseCommand[] = COMMANDS.map(declared);

/** Who has some right is helped to name the task before it is asked whether the task is theirs. */
function declared(command: TaskCommand): ReleaseCommand {
  const { name, usage, right, help, example } = command;
  return {
    name,
    usage,
    place: RELEASE_PLACE.name,
    right,
    help,
    example,
    note: TASK_NOTE,
    measure: (given, scene) => {
      const target = targetOf(command, given, scene);
      return 'problem' in target ? target : { role: target.items[0]?.role };
    },
    carryOut: (given, scene) => {
      const target = targetOf(command, given, scene);
      return 'problem' in target ? told(target.problem) : command.act(target, given, scene);
    },
  };
}

function targetOf(
  { subject = (words) => words, choose = nextOpen }: TaskCommand,
  { words, comment }: Given,
  scene: ReleaseScene,
): Found {
  return findTarget(subject(words), comment.issue ?? '', scene.release, scene.issues, choose(scene));
}

/** The next occurrence that is open. */
function nextOpen(scene: ReleaseScene): Choice {
  return (occurrences) => occurrences.find((task) => !isDone(task, scene)) ?? occurrences.at(-1);
}

function lastDone(scene: ReleaseScene): Choice {
  return (occurrences) => occurrences.findLast((task) => isDone(task, scene)) ?? occurrences[0];
}

function isDone({ id }: Task, { at }: ReleaseScene): boolean {
  return at.effects.done.get(id) ?? at.done.has(id);
}

function setDone({ items }: Target, done: boolean, { at }: ReleaseScene, words: string) {
  const ids = items.map(({ id }) => id);
  const after: Effects = {
    ...at.effects,
    done: new Map([...at.effects.done, ...ids.map((id): [string, boolean] => [id, done])]),
    skipped: new Map([...at.effects.skipped].filter(([id]) => !ids.includes(id))),
  };
  return { good: true, words, after };
}

function skip(target: Target, { because, giver }: Given, scene: ReleaseScene): Answer<Effects> {
  if (because === undefined) return told(answer.noReason());
  const { after, ...rest } = setDone(target, true, scene, 'skipped');
  const reason = { by: giver.login, because };
  const skipped = new Map([
    ...after.skipped,
    ...target.items.map(({ id }): [string, typeof reason] => [id, reason]),
  ]);
  return { ...rest, after: { ...after, skipped } };
}

const PERSON = new RegExp(`^(@?)(${LOGIN})$`);

/** A name without @ counts when it stands in the config: else it is most likely a word of the title. */
function assignOther(target: Target, given: Given, scene: ReleaseScene): Answer<Effects> {
  const { release, context } = scene;
  const [, sign, login = ''] = PERSON.exec(given.words.at(-1) ?? '') ?? [];
  const known = Object.values(release.roles).flat();
  if (sign === undefined || (sign === '' && !known.includes(login))) return told(answer.noPerson());
  if (context.isQuiet(login, release.version)) return told(answer.quiet(login));
  return assign(target, login, given, scene);
}

function assign(
  { unit }: Target,
  login: string,
  { comment }: Given,
  { release, issues, at }: ReleaseScene,
): Answer<Effects> {
  const issue = unit && issues.find((candidate) => candidate.key === unitKey(release, unit));
  if (unit === undefined || issue?.state !== 'open') return told(answer.noIssue());
  const { effects } = at;
  const asked = {
    login,
    entry: commandKey(release, comment.commentId),
    taken: login === comment.author,
  };
  const all = [...(effects.assign.get(unit.id) ?? []), asked];
  return {
    good: true,
    words: `assigned ${login}`,
    risk: answer.notAssigned(login),
    after: { ...effects, assign: new Map([...effects.assign, [unit.id, all]]) },
  };
}
