// What a release team's issues have to say: a model that knows the deeds of people and nothing of relcomms' code.
import { type Day, addDays, day, weekdayOf } from '../../../src/domain/day.ts';
import type { Deed, Place } from './deeds.ts';
import { type Box, PLAN, PLAN_AFTER_SLIP } from './plan.ts';

/** An issue of a task. */
interface TaskIssue {
  /** Only when people gave it one of their own. */
  title: string | undefined;
  readonly assignees: Set<string>;
  /** Those that people added. */
  readonly labels: Set<string>;
}

export interface TeamModel {
  plan: readonly Box[];
  releaseDay: Day;
  slips: number;
  /** Ids of boxes that are done, with the day of the run that saw it; undefined as long as none did. */
  readonly done: Map<string, Day | undefined>;
  readonly skipped: Set<string>;
  readonly issues: Map<string, TaskIssue>;
  /** Ids of boxes in the order in which people have them, by group. */
  readonly order: Map<string, string[]>;
  /** People's own text, whole lines with what ends them, in order. */
  readonly own: Map<Place, string[]>;
  /** What ends our lines: browsers save `\r\n`, and a body that begins anew has `\n`. */
  eol: '\n' | '\r\n';
  /** Issues that people opened: number and title. */
  readonly theirs: Map<number, string>;
  commands: number;
}

/** Nobody has done anything yet. */
export function newModel(): TeamModel {
  return {
    plan: PLAN,
    releaseDay: day('2020-03-24'),
    slips: 0,
    done: new Map(),
    skipped: new Set(),
    issues: new Map(),
    order: orderOf(PLAN),
    own: new Map(),
    eol: '\n',
    theirs: new Map(),
    commands: 0,
  };
}

function orderOf(plan: readonly Box[]): Map<string, string[]> {
  const order = new Map<string, string[]>();
  for (const { id, week } of plan) order.set(`week-${week}`, [...(order.get(`week-${week}`) ?? []), id]);
  return order;
}

export function boxesOf({ plan }: TeamModel, task: string): Box[] {
  return plan.filter((box) => box.task === task);
}

export function isDone(model: TeamModel, task: string): boolean {
  return boxesOf(model, task).every(({ id }) => model.done.has(id));
}

/** What a deed means; `number` is that of the issue that it opened. */
export function advance(model: TeamModel, deed: Deed, number?: number): void {
  switch (deed.kind) {
    case 'tick':
      return set(model, [deed.box], deed.mark !== ' ');
    case 'close':
      return set(model, idsOf(model, deed.task), true);
    case 'reopen':
      // Reopened, what came last is what is left to do.
      return set(model, idsOf(model, deed.task).slice(-1), false);
    case 'done':
    case 'undo':
      model.commands += 1;
      return set(model, deed.boxes, deed.kind === 'done');
    case 'skip':
      model.commands += 1;
      set(model, [deed.box], true);
      return void model.skipped.add(deed.box);
    case 'slip':
      return slip(model);
    default:
      return changeText(model, deed, number) ? undefined : changeIssue(model, deed);
  }
}

function idsOf(model: TeamModel, task: string): string[] {
  return boxesOf(model, task).map(({ id }) => id);
}

function set(model: TeamModel, ids: readonly string[], done: boolean): void {
  for (const id of ids) {
    if (!done) model.done.delete(id);
    else if (!model.done.has(id)) model.done.set(id, undefined);
    if (!done) model.skipped.delete(id);
  }
}

/** The release comes a day later, and the meeting of that day takes place once more. */
function slip(model: TeamModel): void {
  const fresh = PLAN_AFTER_SLIP.filter(({ id }) => PLAN.every((box) => box.id !== id));
  model.plan = PLAN_AFTER_SLIP;
  model.releaseDay = day('2020-03-25');
  model.slips += 1;
  for (const { id } of fresh) comeBack(model, id);
}

/** A new line stands behind the one that is planned before it. */
function comeBack({ plan, order }: TeamModel, id: string): void {
  const box = plan.find((candidate) => candidate.id === id);
  const group = order.get(`week-${box?.week ?? 0}`) ?? [];
  const before = plan
    .slice(
      0,
      plan.findIndex((candidate) => candidate.id === id),
    )
    .toReversed();
  const above = before.find((candidate) => group.includes(candidate.id));
  group.splice(above === undefined ? 0 : group.indexOf(above.id) + 1, 0, id);
}

function takeOut({ order }: TeamModel, id: string): string {
  const [name, group] = [...order].find(([, ids]) => ids.includes(id)) ?? ['', []];
  group.splice(group.indexOf(id), 1);
  return name;
}

/** Whether the deed was about the text of the tracking issue, or about people's text elsewhere. */
function changeText(model: TeamModel, deed: Deed, number = 0): boolean {
  switch (deed.kind) {
    case 'write':
      place(model, deed.place, deed.text, deed.first);
      return true;
    case 'rewrite': {
      const texts = model.own.get(deed.place) ?? [];
      model.own.set(
        deed.place,
        texts.map((text) => text.replace(deed.from, () => deed.to)),
      );
      return true;
    }
    case 'convert':
      // The task stays in its line, with the number behind its words.
      model.theirs.set(number, deed.title);
      return true;
    case 'delete-line':
      fallUp(model, deed.box);
      takeOut(model, deed.box);
      comeBack(model, deed.box);
      return true;
    case 'swap':
      swap(model, deed.box, deed.other);
      return true;
    case 'double-end':
      // The second one is nobody's marker: a line of people's.
      place(model, `after ${deed.block}`, `<!-- relcomms:end ${deed.block} -->${model.eol}`, true);
      return true;
    case 'delete-end':
      return true;
    case 'empty':
      model.eol = '\n';
      for (const key of model.own.keys()) if (!key.startsWith('issue ')) model.own.delete(key);
      for (const [key, ids] of orderOf(model.plan)) model.order.set(key, ids);
      return true;
    case 'browser':
      model.eol = '\r\n';
      for (const [key, texts] of model.own)
        if (!key.startsWith('issue '))
          model.own.set(
            key,
            texts.map((text) => text.replaceAll('\n', '\r\n')),
          );
      return true;
    default:
      return false;
  }
}

function place({ own }: TeamModel, where: Place, text: string, first: boolean): void {
  const texts = own.get(where) ?? [];
  own.set(where, first ? [text, ...texts] : [...texts, text]);
}

/** What was nested below a deleted line is below the line above it now. */
function fallUp({ own, order }: TeamModel, id: string): void {
  const group = [...order.values()].find((ids) => ids.includes(id)) ?? [];
  const above = group[group.indexOf(id) - 1];
  const notes = own.get(`under ${id}`);
  if (notes === undefined || above === undefined) return;
  own.set(`under ${above}`, [...(own.get(`under ${above}`) ?? []), ...notes]);
  own.delete(`under ${id}`);
}

function swap({ order }: TeamModel, one: string, other: string): void {
  for (const ids of order.values()) {
    const [a, b] = [ids.indexOf(one), ids.indexOf(other)];
    if (a >= 0 && b >= 0) [ids[a], ids[b]] = [other, one];
  }
}

function changeIssue(model: TeamModel, deed: Deed): void {
  const issue = 'task' in deed ? model.issues.get(deed.task) : undefined;
  if (issue === undefined) throw new Error(`${deed.by} can't ${deed.kind}: there is no such issue yet`);
  switch (deed.kind) {
    case 'rename':
      issue.title = deed.title;
      return;
    case 'label':
      return void issue.labels.add(deed.label);
    case 'unlabel':
      // A label of the config comes back; one of people's is gone.
      return void issue.labels.delete(deed.label);
    case 'take':
      model.commands += 1;
      return void issue.assignees.add(deed.by);
    case 'assign':
      return void issue.assignees.add(deed.login);
    case 'unassign':
      return void issue.assignees.delete(deed.login);
    default:
      throw new Error(`nobody said what ${deed.kind} means`);
  }
}

/** A run of that day: what is new is seen, and tasks that have come near get their issues. */
export function runs(model: TeamModel, today: Day): void {
  for (const [id, on] of model.done) if (on === undefined) model.done.set(id, today);
  for (const { task } of model.plan) {
    if (task === undefined || model.issues.has(task) || isDone(model, task)) continue;
    const next = boxesOf(model, task).find(({ id }) => !model.done.has(id));
    if (next === undefined || addDays(next.due, -7) > today) continue;
    // dave leads no more and may only read, so that GitHub assigns nobody to what was his.
    const assignees = task === 'find-leads' ? [] : ['alice'];
    model.issues.set(task, { title: undefined, assignees: new Set(assignees), labels: new Set() });
  }
}

/** The line of the status block. */
export function progress(model: TeamModel, today: Day): string {
  const { plan, done } = model;
  const late = plan.filter(({ id, due, optional }) => optional !== true && due < today && !done.has(id));
  const words = late.length === 0 ? '' : `, ${late.length} overdue`;
  return `**Done:** ${plan.filter(({ id }) => done.has(id)).length} of ${plan.length} tasks${words}`;
}

/** The figures of the hand-over. */
export function sums({ plan, done, skipped }: TeamModel) {
  const finished = plan.filter(({ id }) => done.has(id) && !skipped.has(id));
  return {
    total: plan.length,
    done: finished.length,
    late: finished.filter((box) => box.optional !== true && workedSince(box.due, done.get(box.id))).length,
    skipped: skipped.size,
    open: plan.filter(({ id }) => !done.has(id)).length,
  };
}

/** Whether a working day has passed: nobody waits on a weekend. */
function workedSince(due: Day, on: Day | undefined): boolean {
  if (on === undefined || on <= due) return false;
  const next = addDays(due, 1);
  return weekdayOf(next) <= 5 || workedSince(next, on);
}
