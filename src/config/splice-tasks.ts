// Adds tasks to the checklist in the text of a config, and lets go of those of presets: only lines are added.
import { isDeepStrictEqual } from 'node:util';
import type { Problem } from '../domain/problem.ts';
import type { TaskEdit } from '../domain/task-edit.ts';
import type { Spliced } from './splice-day.ts';
import {
  type TextChange,
  addBehind,
  addLines,
  addLinesBehind,
  applyChanges,
  columnOf,
  entryOf,
  replaceValue,
} from './splice-map.ts';
import { type EntrySpan, type ListSpan, type MapSpan, spansOf } from './splice-spans.ts';
import { taskInBraces, taskLines, taskValue } from './task-lines.ts';
import { valueOf } from './value-of.ts';
import { type MapNode, textAt } from './yaml/node.ts';
import { readYaml } from './yaml/read-yaml.ts';

const MARK = '\ufeff';

/**
 * The text with the edits as the last items of `tasks`, everything else kept. What was spliced is read again:
 * when it says anything but the same config with these items, it is refused.
 */
export function spliceTasks(text: string, edits: readonly TaskEdit[]): Spliced {
  const mark = text.startsWith(MARK) ? MARK : '';
  const source = text.slice(mark.length);
  const { tree, problems } = readYaml(source);
  if (tree === undefined || problems[0] !== undefined) return { problem: problems[0] ?? inPlace() };
  if (edits.length === 0) return { text };
  const file = spansOf(source);
  const change = file.kind === 'map' ? changeOf(source, file, edits) : undefined;
  if (change === undefined) return { problem: inPlace() };
  const spliced = applyChanges(source, [change]);
  const after = readYaml(spliced);
  const good = after.tree !== undefined && after.problems.length === 0;
  if (!good || !isDeepStrictEqual(valueOf(after.tree), expected(tree, edits))) return { problem: inPlace() };
  return { text: mark + spliced };
}

/** What to put into `tasks` by hand. */
export function tasksYaml(edits: readonly TaskEdit[]): string {
  return ['tasks:', ...edits.flatMap(taskLines).map((line) => `  ${line}`)].join('\n');
}

/** Ids of the tasks that the file itself names; none when it can't be read. */
export function writtenTaskIds(text: string): string[] {
  const tasks = readYaml(text).tree?.entries.get('tasks')?.value;
  return tasks?.kind === 'list' ? tasks.items.flatMap((task) => textAt(task, 'id') ?? []) : [];
}

function changeOf(source: string, file: MapSpan, edits: readonly TaskEdit[]): TextChange | undefined {
  const last = file.entries.at(-1);
  const tasks = entryOf(file, 'tasks');
  const inBrackets = `[${edits.map(taskInBraces).join(', ')}]`;
  if (last === undefined) return undefined;
  if (tasks === undefined)
    return addBehind(source, file, last, file.flow ? [`tasks: ${inBrackets}`] : tasksYaml(edits).split('\n'));
  const { value } = tasks;
  if (value.kind === 'list' && value.items.length > 0) return addItems(source, value, edits);
  if (value.kind === 'alias' || value.kind === 'map' || value.marked) return undefined;
  if (value.kind === 'nothing' && !file.flow) return fill(source, tasks, edits);
  return replaceValue(source, tasks, inBrackets);
}

/** Below a key without a value: two columns further in. */
function fill(source: string, tasks: EntrySpan, edits: readonly TaskEdit[]): TextChange {
  return addLines(source, tasks, columnOf(source, tasks.key.start) + 2, edits.flatMap(taskLines));
}

/** In the style of the last item. */
function addItems(source: string, list: ListSpan, edits: readonly TaskEdit[]): TextChange | undefined {
  const last = list.items.at(-1);
  if (last === undefined) return undefined;
  if (list.flow) return { from: last.end, to: last.end, text: `, ${edits.map(taskInBraces).join(', ')}` };
  if (source.charAt(list.start) !== '-') return undefined;
  const inBraces = last.kind === 'map' && last.flow;
  const lines = inBraces ? edits.map((edit) => `- ${taskInBraces(edit)}`) : edits.flatMap(taskLines);
  const column = columnOf(source, list.start);
  return addLinesBehind(source, behindComments(source, last.end, column), column, lines);
}

/** Behind the comments on the lines below that are further in than the dash: they belong to the item. */
function behindComments(source: string, end: number, column: number): number {
  let offset = end + (/^[^\r\n]*/.exec(source.slice(end))?.[0].length ?? 0);
  for (;;) {
    const next = /^(?:\r\n|\n|\r)( *)#[^\r\n]*/.exec(source.slice(offset));
    if (next === null || (next[1]?.length ?? 0) <= column) return offset;
    offset += next[0].length;
  }
}

function expected(tree: MapNode, edits: readonly TaskEdit[]): unknown {
  const file = valueOf(tree) as Record<string, unknown>;
  const before = Array.isArray(file['tasks']) ? (file['tasks'] as unknown[]) : [];
  const copy = Object.assign(Object.create(null) as Record<string, unknown>, file);
  return Object.assign(copy, { tasks: [...before, ...edits.map(taskValue)] });
}

function inPlace(): Problem {
  return {
    code: 'no-splice',
    severity: 'error',
    path: ['tasks'],
    message:
      "The list of tasks can't be changed in place: an anchor, an alias or an unusual layout is in the way.",
    fix: 'Change it by hand.',
  };
}
