// Where the steps of each task stand, which of them are checked, and what is remembered of that.
import type { BodyChecklist, ChecklistItem } from '../../../domain/issue-body.ts';
import type { OwnIssue } from '../../../domain/observed.ts';
import type { Release, Task } from '../../../domain/release.ts';
import { readTicks } from '../../../body/ticks.ts';
import { safeLine } from '../../../text/safe-markdown.ts';
import { countWords } from '../../../text/words.ts';
import { type Unit, unitKey, unitsOf } from '../../units.ts';

/** The steps of one task. */
export interface Steps {
  /** `later`: the issue of the task is yet to come, and they come with it. */
  readonly home: 'task-issue' | 'checklist' | 'later';
  readonly items: readonly ChecklistItem[];
  /** Ids of those that are checked. */
  readonly checked: readonly string[];
  /** The task is done. */
  readonly isOver: boolean;
}

/** By the id of the checkbox that they belong to. */
export type AllSteps = ReadonlyMap<string, Steps>;

export const NO_STEPS: AllSteps = new Map();

export interface StepsInput {
  readonly release: Release;
  readonly tracking?: OwnIssue | undefined;
  readonly issues: readonly OwnIssue[];
  /** Ids of tasks that are done. */
  readonly done: ReadonlySet<string>;
  /** Whether the task has an issue by the end of this run. */
  readonly hasIssue: (unit: Unit) => boolean;
  /** Whether its issue is yet to come. */
  readonly comes: (unit: Unit) => boolean;
}

/**
 * One place for each: where people check a box, it stays. That is the issue of the task, and the checklist where a
 * task gets none: a checklist of weeks in which every task had five lines more would be too long to find the next one.
 */
export function allSteps(input: StepsInput): AllSteps {
  const { release, tracking } = input;
  const lines = readTicks(tracking?.body ?? '');
  const remembered = new Set(tracking?.ledger?.state?.steps);
  const units = new Map(unitsOf(release).map((unit) => [unit.items[0].id, unit]));
  return new Map(
    release.tasks.flatMap((task): [string, Steps][] => {
      if (task.steps === undefined || task.doneBy !== undefined) return [];
      const unit = units.get(task.id);
      const place = placeOf(task, unit, lines, input);
      return [[task.id, stepsOf(task, place, remembered, isDone(task, unit, input))]];
    }),
  );
}

interface Place {
  readonly home: Steps['home'];
  /** The boxes there, by id. */
  readonly boxes: ReadonlyMap<string, boolean>;
}

function placeOf(
  task: Task,
  unit: Unit | undefined,
  lines: ReadonlyMap<string, boolean>,
  input: StepsInput,
): Place {
  const stands = (boxes: ReadonlyMap<string, boolean>) =>
    task.steps?.some(({ id }) => boxes.has(id)) === true;
  const boxes = unit === undefined ? NOTHING : readTicks(issueOf(unit, input)?.body ?? '');
  if (stands(boxes)) return { home: 'task-issue', boxes };
  if (stands(lines) || unit === undefined) return { home: 'checklist', boxes: lines };
  if (input.hasIssue(unit)) return { home: 'task-issue', boxes };
  const later = input.comes(unit) || isDone(task, unit, input);
  return later ? { home: 'later', boxes: NOTHING } : { home: 'checklist', boxes: lines };
}

const NOTHING: ReadonlyMap<string, boolean> = new Map();

function issueOf(unit: Unit, { release, issues }: StepsInput): OwnIssue | undefined {
  const key = unitKey(release, unit);
  return issues.find((issue) => issue.key === key);
}

/** A line that people deleted comes back as it was; below a task that is done nothing comes in. */
function stepsOf(
  { steps = [] }: Task,
  { home, boxes }: Place,
  remembered: ReadonlySet<string>,
  isOver: boolean,
): Steps {
  const isChecked = (id: string): boolean => boxes.get(id) ?? remembered.has(id);
  const shown = isOver ? steps.filter(({ id }) => boxes.has(id)) : steps;
  return {
    home,
    items: shown.map(({ id, text }) => ({
      id,
      text: safeLine(text),
      ...(boxes.has(id) || !isChecked(id) ? {} : { ticked: true }),
    })),
    checked: shown.flatMap(({ id }) => (isChecked(id) ? [id] : [])),
    isOver,
  };
}

function isDone(task: Task, unit: Unit | undefined, { done }: StepsInput): boolean {
  return (unit?.items ?? [task]).every(({ id }) => done.has(id));
}

/** As many as are remembered: the log has other things to keep. Beyond that, a line that is deleted comes back clear. */
const MOST_KEPT = 300;

/** For the log: nothing when none is checked. */
export function rememberedSteps(all: AllSteps): { readonly steps?: readonly string[] } {
  const ids = [...all.values()].flatMap(({ checked, isOver }) => (isOver ? [] : checked));
  return ids.length === 0 ? {} : { steps: ids.slice(0, MOST_KEPT).toSorted() };
}

/** Behind the words of the task in the checklist; empty when there is nothing to say. */
export function stepWords(steps: Steps | undefined): string {
  if (steps === undefined || steps.isOver || steps.items.length === 0) return '';
  const { home, items, checked } = steps;
  const all = countWords(items.length, 'step');
  if (checked.length === items.length)
    return items.length === 1
      ? ', its step is done: check this box'
      : `, all ${all} are done: check this box`;
  if (home === 'checklist') return '';
  return home === 'later' && checked.length === 0 ? `, ${all}` : `, ${checked.length} of ${all}`;
}

/** The steps in the issue of their task; what the config no longer has goes from there, unless people checked it. */
export function stepsPart(
  unit: Unit,
  issue: OwnIssue | undefined,
  steps: Steps | undefined,
): BodyChecklist | undefined {
  const stood = [...readTicks(issue?.body ?? '').keys()].some((id) => id.startsWith(`${unit.id}/`));
  const items = steps?.home === 'task-issue' ? steps.items : [];
  if (items.length === 0 && !stood) return undefined;
  const groups = items.length === 0 ? [] : [{ id: 'steps', heading: heading(steps), items }];
  return { kind: 'checklist', groups };
}

function heading(steps: Steps | undefined): string {
  const { items = [], checked = [], isOver = false } = steps ?? {};
  if (isOver || checked.length < items.length) return 'Steps';
  return items.length === 1
    ? 'The step is done: close this issue if the task is done too'
    : `All ${items.length} steps are done: close this issue if the task is done too`;
}
