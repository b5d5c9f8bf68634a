// The checkboxes of one release: every task expanded, with its holders, week and deadline.
import { type Instant, endOfDay, formatInstant } from '../domain/day.ts';
import type { DayExpression } from '../domain/day-expression.ts';
import type { Path, Problem } from '../domain/problem.ts';
import type { Task, Undated } from '../domain/release.ts';
import type { ReleaseSpec, ScheduleSpec, TaskSpec } from '../domain/spec.ts';
import { type Cycle, weekNumber } from './cycle.ts';
import { type TaskDraft, expandTask } from './expand-task.ts';
import { resolutionProblem } from './resolution-problem.ts';
import { FIXED_ANCHORS, type Resolve } from './resolve.ts';
import { planPath } from './spec-of-release.ts';

/** Roles are final only in week 2; until its end the former lead stands in for a missing lead (K15, K20, K53). */
const LAST_WEEK_OF_HANDOVER = 2;

/** Resolves and expands every task; sorted by due day, then as written. */
export function buildTasks(
  spec: ScheduleSpec,
  written: ReleaseSpec,
  cycle: Cycle,
  resolve: Resolve,
  milestoneIds: readonly string[],
): { tasks: Task[]; undated: Undated['tasks']; problems: Problem[] } {
  const problems: Problem[] = [];
  const later = new Set<string>();
  const anchors = [...FIXED_ANCHORS, ...milestoneIds];
  const tell = (problem: Problem): void =>
    void problems.push({ ...problem, path: planPath(written, ...problem.path) });
  const dayAt = (expression: DayExpression, path: Path) => {
    const found = resolve(expression);
    if (found.kind === 'day') return found;
    if (found.kind === 'later') later.add(String(path[1]));
    const problem = resolutionProblem(found, `Task "${path[1]}" of ${written.version}`, path, anchors);
    if (problem !== undefined) tell(problem);
    return undefined;
  };
  const tasks = spec.tasks.flatMap((task) => {
    const path = ['tasks', task.id, 'not-before'];
    const notBefore = task.notBefore === undefined ? undefined : dayAt(task.notBefore, path)?.day;
    return expandTask(task, cycle.end, dayAt, tell).map((draft) => ({
      ...completeTask(draft, task, spec, cycle),
      notBefore,
    }));
  });
  const undated = spec.tasks.filter(({ id }) => later.has(id)).map(({ id, title }) => ({ id, title }));
  return { tasks: withoutTwins(tasks, tell).sort(byDue), undated, problems };
}

function completeTask(
  { instant, ...draft }: TaskDraft,
  task: TaskSpec,
  spec: ScheduleSpec,
  cycle: Cycle,
): Task {
  const week = weekNumber(cycle.start, draft.due);
  return {
    ...draft,
    role: task.role,
    holders: holdersOf(task.role, week, spec.roles),
    ...(instant === undefined ? {} : { clock: clockAt(instant, spec.timezone) }),
    deadline: instant ?? endOfDay(draft.due, spec.timezone),
    week,
    optional: task.optional,
    labels: task.labels,
    ...proofOf(draft, task),
    ...stepsOf(draft, task),
    notes: task.notes,
    link: task.link,
  };
}

function clockAt(instant: Instant, zone: string): NonNullable<Task['clock']> {
  return { at: formatInstant(instant, zone, 'HH:mm'), zone };
}

/** Those of a span belong to its first part; an occurrence has steps of its own. */
function stepsOf({ id, part }: TaskDraft, { steps, span }: TaskSpec): Pick<Task, 'steps'> {
  const owner = part?.of ?? id;
  if (steps === undefined || (part !== undefined && id !== `${owner}.${span?.[0]?.state}`)) return {};
  return { steps: steps.map((step) => ({ ...step, id: `${owner}/${step.id}` })) };
}

/** Of a span it shows that the last part is done; nothing shows which occurrence of a series is. */
function proofOf({ part, occurrence }: TaskDraft, { proof, span }: TaskSpec): Pick<Task, 'proof'> {
  const isLast = part === undefined || part.state === span?.at(-1)?.state;
  return proof === undefined || occurrence !== undefined || !isLast ? {} : { proof };
}

/** Ids key everything that is made from a task, so the second of two equal ones is refused. */
function withoutTwins(tasks: readonly Task[], tell: (problem: Problem) => void): Task[] {
  const seen = new Set<string>();
  return tasks.filter(({ id }) => {
    if (!seen.has(id)) return seen.add(id);
    tell({
      code: 'duplicate-task',
      severity: 'error',
      path: ['tasks', id],
      message: `Two tasks come out with the id "${id}".`,
      fix: 'Rename one of them; parts and occurrences take ids such as `task.begin` and `task.2026-w10`.',
    });
    return false;
  });
}

function byDue(a: Task, b: Task): number {
  return a.due === b.due ? a.deadline - b.deadline : a.due < b.due ? -1 : 1;
}

/**
 * The logins that hold a task due in this week. A role means its own people only:
 * shadows hold the tasks of the role `shadow` and are merely told of the others.
 */
function holdersOf(role: string | undefined, week: number, roles: ScheduleSpec['roles']): readonly string[] {
  if (role === undefined) return [];
  const holders = peopleOf(role, roles);
  const handover = role === 'lead' && holders.length === 0 && week <= LAST_WEEK_OF_HANDOVER;
  return handover ? peopleOf('former-lead', roles) : holders;
}

function peopleOf(role: string, roles: ScheduleSpec['roles']): readonly string[] {
  return Object.hasOwn(roles, role) ? (roles[role] ?? []) : [];
}
