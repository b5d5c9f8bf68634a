// What a task waits for: other tasks, by the boxes that must be checked first, and milestones, by their days.
import { nearest } from '../domain/nearest.ts';
import type { Problem } from '../domain/problem.ts';
import type { Milestone, Release, Task } from '../domain/release.ts';
import type { TaskSpec } from '../domain/spec.ts';

/** The boxes of a task's predecessors that nobody has checked yet, in order of their days. */
export function waitsFor(
  { after }: Pick<Task, 'after'>,
  { tasks }: Pick<Release, 'tasks'>,
  done: ReadonlySet<string>,
): Task[] {
  return after === undefined ? [] : tasks.filter(({ id }) => after.includes(id) && !done.has(id));
}

/** A name in `after` is that of a task where there is one, otherwise that of a milestone. */
interface Around {
  readonly version: string;
  /** All tasks as written. */
  readonly specs: readonly TaskSpec[];
  readonly milestones: readonly Pick<Milestone, 'id' | 'day'>[];
  /** They keep nothing back as long as nobody knows their day. */
  readonly undated?: readonly Pick<Milestone, 'id'>[] | undefined;
}

/** Says with each box which ones come first, and lets none begin before the milestones that it comes after. */
export function linkTasks(
  tasks: readonly Task[],
  around: Around,
): { tasks: readonly Task[]; problems: readonly Problem[] } {
  const specs = new Map(around.specs.map((task) => [task.id, task]));
  const days = new Map(around.milestones.map(({ id, day }) => [id, day]));
  const linked = tasks.map((task) => {
    const names = specs.get(task.part?.of ?? task.occurrence?.of ?? task.id)?.after ?? [];
    const boxes = names.flatMap((name) => lastBox(specs.get(name)) ?? []);
    const own = names.flatMap((name) => (specs.has(name) ? [] : (days.get(name) ?? [])));
    const notBefore = [...own, ...(task.notBefore === undefined ? [] : [task.notBefore])].toSorted().at(-1);
    return {
      ...task,
      ...(notBefore === undefined ? {} : { notBefore }),
      ...(boxes.length === 0 ? {} : { after: boxes }),
    };
  });
  const unknown = around.specs.flatMap((task) => unknownNames(task, around));
  return { tasks: linked, problems: [...unknown, ...circles(around)] };
}

/** Of a span, its last part. */
function lastBox(task: TaskSpec | undefined): string | undefined {
  if (task?.span === undefined) return task?.id;
  const last = task.span.at(-1);
  if (last === undefined) return undefined;
  const number = task.span.filter(({ state }) => state === last.state).length;
  return `${task.id}.${last.state}${number === 1 ? '' : `-${number}`}`;
}

function unknownNames(
  { id, after = [] }: TaskSpec,
  { specs, milestones, undated = [], version }: Around,
): Problem[] {
  const dated = [...milestones, ...undated];
  return after.flatMap((name, index): Problem[] => {
    const path = ['tasks', id, 'after', index];
    const task = specs.find((one) => one.id === name);
    if (task?.every !== undefined)
      return [
        {
          code: 'after-a-series',
          severity: 'error',
          path,
          message: `Task "${id}" comes after "${name}", which comes again and again.`,
          fix: 'Name a task that is done once, or a milestone.',
        },
      ];
    if (task !== undefined || dated.some((one) => one.id === name)) return [];
    const meant = nearest(
      name,
      [...specs, ...dated].map((one) => one.id),
    );
    return [
      {
        code: 'unknown-after',
        severity: 'error',
        path,
        message: `Task "${id}" of ${version} comes after "${name}", which is no task and no milestone of this release.`,
        fix: meant === undefined ? 'Write the id of a task or of a milestone.' : `Did you mean "${meant}"?`,
      },
    ];
  });
}

/** Each circle once, at the first of its tasks. */
function circles({ specs }: Around): Problem[] {
  const byId = new Map(specs.map((task) => [task.id, task]));
  const known = new Set<string>();
  return specs.flatMap((task): Problem[] => {
    const chain = circleFrom(task.id, byId);
    if (chain === undefined || chain.some((id) => known.has(id))) return [];
    for (const id of chain) known.add(id);
    return [
      {
        code: 'circular-after',
        severity: 'error',
        path: ['tasks', task.id, 'after'],
        message: `Task "${task.id}" waits for itself: ${[...chain, task.id].join(' after ')}.`,
        fix: 'Delete one of these `after`.',
      },
    ];
  });
}

/** The ids on a way from a task back to itself. */
function circleFrom(start: string, byId: ReadonlyMap<string, TaskSpec>): string[] | undefined {
  const cameFrom = new Map<string, string>();
  const open = [start];
  for (let id = open.pop(); id !== undefined; id = open.pop())
    for (const next of byId.get(id)?.after ?? []) {
      if (next === start) return wayTo(id, start, cameFrom);
      if (cameFrom.has(next)) continue;
      cameFrom.set(next, id);
      open.push(next);
    }
  return undefined;
}

function wayTo(end: string, start: string, cameFrom: ReadonlyMap<string, string>): string[] {
  const way = [end];
  for (let id = end; id !== start;) {
    id = cameFrom.get(id) ?? start;
    way.push(id);
  }
  return way.toReversed();
}
