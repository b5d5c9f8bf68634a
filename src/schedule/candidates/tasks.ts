// The tasks of a release with candidates: what is done per candidate is there once for each of them.
import { EACH_CANDIDATE, LAST_CANDIDATE, candidateId } from '../../domain/candidate.ts';
import type { DayExpression } from '../../domain/day-expression.ts';
import type { Problem } from '../../domain/problem.ts';
import type { ReleaseSpec, ScheduleSpec, TaskSpec } from '../../domain/spec.ts';
import { anchoredAt, candidateCount } from './milestones.ts';
import { namesCandidate, withNumber } from './with-number.ts';

/** One task of a candidate: its id names the candidate, so a check never becomes another's. */
export function candidateTask(task: string, number: number): string {
  return `${task}.${candidateId(number)}`;
}

/** The id of the task as it is written: `test` of `test.rc3`. No id of the config has a dot. */
export function writtenTask(id: string): string {
  return id.replace(/\.rc\d+$/, '');
}

/** `spec` is that of the release. Without candidates, what is done per candidate is left out. */
export function tasksOfCandidates(spec: ScheduleSpec, release: ReleaseSpec): readonly TaskSpec[] {
  const perCandidate = new Set(spec.tasks.flatMap(({ id, per }) => (per === 'candidate' ? [id] : [])));
  if (spec.candidates === undefined && perCandidate.size === 0) return spec.tasks;
  const count = candidateCount(spec, release);
  return spec.tasks.flatMap((task): TaskSpec[] => {
    const numbers = Array.from({ length: count }, (_, index) => index + 1);
    if (task.per === 'candidate')
      return numbers.map((number) => forCandidate(task, number, count, perCandidate));
    return [{ ...withDays(task, (on) => lastIn(on, count)), ...afterLast(task, count, perCandidate) }];
  });
}

/** How many tasks a release has, without making them. */
export function taskCount(spec: ScheduleSpec, release: ReleaseSpec): number {
  const each = spec.tasks.filter(({ per }) => per === 'candidate').length;
  return spec.tasks.length + each * (candidateCount(spec, release) - 1);
}

/** Tasks per candidate of a plan that has none: nobody would see them. */
export function withoutCandidates({ candidates, tasks }: ScheduleSpec): Problem[] {
  if (candidates !== undefined) return [];
  return tasks
    .filter(({ per }) => per === 'candidate')
    .map(({ id }) => ({
      code: 'per-candidate-of-none',
      severity: 'error',
      path: ['tasks', id, 'per'],
      message: `Task "${id}" is done once per candidate, but there is no "candidates".`,
      fix: 'Add "candidates: { every: 1 week }" beside "tasks", or delete "per: candidate".',
    }));
}

function forCandidate(
  task: TaskSpec,
  number: number,
  count: number,
  perCandidate: ReadonlySet<string>,
): TaskSpec {
  const own = candidateId(number);
  const text = (words: string): string => withNumber(words, number);
  const { title, notes, link, steps, after, labels } = task;
  const dated = withDays(task, (on) => lastIn(anchoredAt(on, EACH_CANDIDATE, own), count));
  return {
    ...dated,
    id: candidateTask(task.id, number),
    // Tasks with the same words have to say which candidate they are for.
    title: namesCandidate(title) ? text(title) : `RC${number}: ${title}`,
    labels: labels.map(text),
    ...(notes === undefined ? {} : { notes: text(notes) }),
    ...(link === undefined ? {} : { link: text(link) }),
    ...(steps === undefined ? {} : { steps: steps.map((step) => ({ ...step, text: text(step.text) })) }),
    ...(after === undefined
      ? {}
      : {
          after: after.map((name) => {
            if (perCandidate.has(name)) return candidateTask(name, number);
            return name === EACH_CANDIDATE ? own : lastName(name, count);
          }),
        }),
  };
}

function afterLast(
  { after }: TaskSpec,
  count: number,
  perCandidate: ReadonlySet<string>,
): Pick<TaskSpec, 'after'> {
  if (after === undefined) return {};
  return {
    after: after.flatMap((name) => {
      if (!perCandidate.has(name)) return [lastName(name, count)];
      return count === 0 ? [] : [candidateTask(name, count)];
    }),
  };
}

function lastName(name: string, count: number): string {
  return name === LAST_CANDIDATE && count > 0 ? candidateId(count) : name;
}

function lastIn(on: DayExpression, count: number): DayExpression {
  return count === 0 ? on : anchoredAt(on, LAST_CANDIDATE, candidateId(count));
}

/** The task with all its days written as `write` writes them. */
function withDays(task: TaskSpec, write: (on: DayExpression) => DayExpression): TaskSpec {
  const { due, until, notBefore, span } = task;
  return {
    ...task,
    ...(due === undefined ? {} : { due: write(due) }),
    ...(until === undefined ? {} : { until: write(until) }),
    ...(notBefore === undefined ? {} : { notBefore: write(notBefore) }),
    ...(span === undefined ? {} : { span: span.map((part) => ({ ...part, due: write(part.due) })) }),
  };
}
