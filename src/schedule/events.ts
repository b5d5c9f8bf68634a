// Events that fall into a cycle become milestones of its release, and tasks that are done for each event become one for each.
import { type Day, addDays } from '../domain/day.ts';
import type { DayExpression } from '../domain/day-expression.ts';
import { type EventPart, type EventSpec, eventMilestone } from '../domain/event.ts';
import type { Problem } from '../domain/problem.ts';
import type { MilestoneSpec, ReleaseSpec, ScheduleSpec, TaskSpec } from '../domain/spec.ts';
import { addWorkingDays } from '../domain/working-days.ts';
import { dayWords } from '../text/words.ts';
import { layOutCycle } from './cycle.ts';

/** What the cycle of a release is laid out from; what has no release day has no cycle. */
export type Dated = Partial<Pick<ReleaseSpec, 'version' | 'start' | 'release'>>;

interface Span {
  readonly start: Day;
  readonly end: Day;
}

/** An event with its place in the config, and which of its parts fall into the cycle. */
interface Near {
  readonly event: EventSpec;
  readonly at: number;
  readonly parts: readonly EventPart[];
}

/** The same schedule without events, where what they bring stands among milestones and tasks; the same when asked twice. */
export function withEvents(spec: ScheduleSpec, release: Dated): ScheduleSpec {
  const { events = [], ...rest } = spec;
  const isPerEvent = spec.tasks.some(({ per }) => per === 'event');
  if (events.length === 0 && !isPerEvent) return spec;
  const span = spanOf(release, spec);
  const near = span === undefined ? [] : events.flatMap((event, at) => nearIn(event, at, span));
  const milestones = Object.fromEntries(near.flatMap(milestonesOf));
  return {
    ...rest,
    milestones: { ...milestones, ...spec.milestones },
    tasks: span === undefined ? spec.tasks : tasksOf(spec, near, span),
  };
}

function spanOf({ version = '', start, release }: Dated, { cycle }: ScheduleSpec): Span | undefined {
  if (release === undefined) return undefined;
  const laid = layOutCycle({ version, start, release, milestones: {} }, cycle);
  return 'code' in laid ? undefined : laid;
}

function nearIn(event: EventSpec, at: number, { start, end }: Span): Near[] {
  const { from = event.on, on, cfp } = event;
  const parts: EventPart[] = [
    ...(from <= end && on >= start ? ['days' as const] : []),
    ...(cfp !== undefined && cfp <= end && cfp >= start ? ['cfp' as const] : []),
  ];
  return parts.length === 0 ? [] : [{ event, at, parts }];
}

function milestonesOf({ event, at, parts }: Near): [string, MilestoneSpec][] {
  const { id, title, from, on, cfp } = event;
  return parts.map((part): [string, MilestoneSpec] => {
    const base = { kind: 'event' as const, fixed: true, event: { part, at } };
    if (part === 'days')
      return [
        eventMilestone(id, part),
        { ...base, title, on: dayOf(on), ...(from === undefined ? {} : { from: dayOf(from) }) },
      ];
    const closes = `${title}: call for papers closes`;
    return [eventMilestone(id, part), { ...base, title: closes, on: dayOf(cfp ?? on), zone: 'AoE' }];
  });
}

function dayOf(day: Day): DayExpression {
  return { kind: 'day', day };
}

function tasksOf(spec: ScheduleSpec, near: readonly Near[], span: Span): TaskSpec[] {
  const each = new Map(
    spec.tasks.map((task) => [task.id, near.filter((one) => task.per === 'event' && isFor(task, one))]),
  );
  const names = (name: string, own?: Near): string[] => {
    const all = spec.tasks.find(({ id }) => id === name)?.per === 'event' ? each.get(name) : undefined;
    if (all === undefined) return [name];
    const same = own === undefined ? all : all.filter((one) => one === own);
    return same.map(({ event }) => taskId(name, event));
  };
  const after = ({ after: first }: TaskSpec, own?: Near): Pick<TaskSpec, 'after'> =>
    first === undefined ? {} : { after: first.flatMap((name) => names(name, own)) };
  return spec.tasks.flatMap((task): TaskSpec[] =>
    task.per === 'event'
      ? (each.get(task.id) ?? []).map((one) => ({ ...taskFor(task, one, spec, span), ...after(task, one) }))
      : [{ ...task, ...after(task) }],
  );
}

/** A task that is counted from the call for papers needs one that closes in the cycle, and so does one from the days. */
function isFor(task: TaskSpec, { parts }: Near): boolean {
  const anchors = [task.due, task.notBefore, ...(task.span ?? []).map(({ due }) => due)].map((on) =>
    on?.kind === 'offset' ? on.anchor : undefined,
  );
  return (
    (!anchors.includes('cfp') || parts.includes('cfp')) &&
    (!anchors.includes('event') || parts.includes('days'))
  );
}

function taskId(id: string, { id: event }: EventSpec): string {
  return `${id}.${event}`;
}

function taskFor(
  { per: _per, ...task }: TaskSpec,
  { event }: Near,
  spec: ScheduleSpec,
  span: Span,
): TaskSpec {
  const at = (on: DayExpression): DayExpression => atEvent(on, event, spec.holidays, span);
  return {
    ...task,
    id: taskId(task.id, event),
    of: task.id,
    own: {
      event: event.title,
      ...(event.cfp === undefined ? {} : { cfp: dayWords(event.cfp) }),
    },
    link: task.link ?? event.link,
    due: task.due && at(task.due),
    notBefore: task.notBefore && at(task.notBefore),
    until: task.until && at(task.until),
    span: task.span?.map((part) => ({ ...part, due: at(part.due) })),
  };
}

/** `cfp` and `event` are those of this event. What would come before the cycle is due when it begins. */
function atEvent(on: DayExpression, event: EventSpec, holidays: readonly Day[], span: Span): DayExpression {
  if (on.kind !== 'offset' || (on.anchor !== 'cfp' && on.anchor !== 'event')) return on;
  const part = on.anchor === 'cfp' ? 'cfp' : 'days';
  const from = part === 'cfp' ? (event.cfp ?? event.on) : event.on;
  const days = { days: 1, weeks: 7, 'working-days': 0, hours: 0 }[on.unit] * on.amount;
  const day = on.unit === 'working-days' ? addWorkingDays(from, on.amount, holidays) : addDays(from, days);
  return day < span.start ? dayOf(span.start) : { ...on, anchor: eventMilestone(event.id, part) };
}

/** The same problem, told at the task as it is written. */
export function atWrittenTask<P extends Pick<Problem, 'path'>>(problem: P, tasks: readonly TaskSpec[]): P {
  const ids = new Map(tasks.flatMap(({ id, of }) => (of === undefined ? [] : [[id, of]])));
  const { path } = problem;
  if (ids.size === 0) return problem;
  const named = path.map((part, index) =>
    path[index - 1] === 'tasks' ? (ids.get(String(part)) ?? part) : part,
  );
  return { ...problem, path: named };
}
