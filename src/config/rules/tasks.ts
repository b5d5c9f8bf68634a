// When a task is due is said once, and in a way that goes together.
import { nearest } from '../../domain/nearest.ts';
import type { Path, Problem } from '../../domain/problem.ts';
import { type Node, textAt } from '../yaml/node.ts';
import { type Rule, entriesOf, itemsOf, taskName } from './rule.ts';

const DAY = 'Give it "week: 5", "due: rc1 - 1 week" or "span:".';

export const taskRules: readonly Rule[] = [timing, spans];

/** A task without a title is most often meant to change a preset's task, whose id is misspelt. */
export function taskTitles({ merged, presets, complete }: Parameters<Rule>[0]): readonly Problem[] {
  if (!complete) return [];
  const known = presets.flatMap((preset) => itemsOf(preset, 'tasks').map((task) => textAt(task, 'id') ?? ''));
  return itemsOf(merged, 'tasks').flatMap((task, index) => {
    const id = textAt(task, 'id');
    const title = entriesOf(task).get('title')?.value;
    if (id === undefined || (title !== undefined && title.kind !== 'nothing')) return [];
    const meant = nearest(id, known);
    const guess =
      meant === undefined ? '' : ` If it should change the preset's task "${meant}", correct the id.`;
    const message = `${taskName(task)} has no title, and no preset brings a task of this id.`;
    return [error('task-without-title', ['tasks', index], message, `Give it a title.${guess}`)];
  });
}

function timing({ merged, complete }: Parameters<Rule>[0]): readonly Problem[] {
  return itemsOf(merged, 'tasks').flatMap((task, index) => {
    if (task.kind !== 'map') return [];
    const path = ['tasks', index];
    // Without a title there is a problem already, and giving both mends it.
    const titled = given(task, 'title');
    return [
      ...oneDay(task, path, ['week', 'due', 'span'], taskName(task), titled && complete ? DAY : undefined),
      ...together(task, path),
    ];
  });
}

function together(task: Node, path: Path): readonly Problem[] {
  const name = taskName(task);
  if (given(task, 'span') && given(task, 'every'))
    return [
      error(
        'span-and-every',
        [...path, 'every'],
        `${name} has parts ("span") and comes again ("every").`,
        'Keep one of the two; a task that comes again needs "week" or "due" for its first time.',
      ),
    ];
  if (given(task, 'not-before') && given(task, 'every'))
    return [
      error(
        'not-before-and-every',
        [...path, 'not-before'],
        `${name} comes again ("every") and has "not-before".`,
        'Delete "not-before"; its first time says when it begins.',
      ),
    ];
  if (!given(task, 'until') || given(task, 'every')) return [];
  return [
    error(
      'until-without-every',
      [...path, 'until'],
      `${name} has "until" without "every".`,
      'Add "every: 1 week", or delete "until".',
    ),
  ];
}

function spans({ merged }: Parameters<Rule>[0]): readonly Problem[] {
  return itemsOf(merged, 'tasks').flatMap((task, index) => {
    const span = entriesOf(task).get('span')?.value;
    if (span?.kind !== 'list') return [];
    const path = ['tasks', index, 'span'];
    if (span.items.length === 0)
      return [
        error(
          'empty-span',
          path,
          `${taskName(task)} has an empty "span".`,
          'Give it parts, or "week" or "due" instead.',
        ),
      ];
    return span.items.flatMap((part, number) => [
      ...oneDay(
        part,
        [...path, number],
        ['week', 'due'],
        'This part',
        'Give it "week: 6" or "due: rc1 - 1 week".',
      ),
      ...repeatedState(span.items, number, path),
    ]);
  });
}

function repeatedState(parts: readonly Node[], index: number, path: Path): readonly Problem[] {
  const part = parts[index];
  const state = textAt(part, 'state');
  if (state === undefined || parts.findIndex((other) => textAt(other, 'state') === state) === index)
    return [];
  return [
    error(
      'repeated-state',
      [...path, index, 'state'],
      `The state "${state}" appears twice in this span.`,
      'Use each of begin, continue and finish at most once.',
    ),
  ];
}

/** Exactly one of the keys; `fixNone` absent means that none is fine. */
function oneDay(
  node: Node,
  path: Path,
  keys: readonly string[],
  name: string,
  fixNone: string | undefined,
): readonly Problem[] {
  if (node.kind !== 'map') return [];
  const written = keys.filter((key) => given(node, key));
  const [first, second] = written;
  if (first === undefined && fixNone !== undefined)
    return [error('task-without-day', path, `${name} has no day.`, fixNone)];
  if (first === undefined || second === undefined) return [];
  const message = `${name} has both "${first}" and "${second}".`;
  return [error('two-days-for-task', [...path, second], message, 'Keep the correct one.')];
}

function given(node: Node, key: string): boolean {
  const value = entriesOf(node).get(key)?.value;
  return value !== undefined && value.kind !== 'nothing';
}

function error(code: string, path: Path, message: string, fix: string): Problem {
  return { code, severity: 'error', path, message, fix };
}
