// From a decoded task to the task that the schedule reads.
import type { DayExpression, WeekRef } from '../domain/day-expression.ts';
import type { SpanPartSpec, TaskSpec } from '../domain/spec.ts';
import type { Step } from '../domain/step.ts';
import type { WrittenTask } from './schema/tasks.ts';
import { stepId } from './step-id.ts';

/** A task without a title has its id for one. */
export function toTask({
  week,
  due,
  span,
  remove: _removed,
  'not-before': notBefore,
  'done-by': doneBy,
  steps,
  proof,
  ...task
}: WrittenTask): TaskSpec {
  return {
    ...task,
    notBefore,
    ...(doneBy.length === 0 ? {} : { doneBy }),
    ...proofOf(proof),
    ...(steps === undefined || steps.length === 0 ? {} : { steps: steps.map(toStep) }),
    title: task.title ?? task.id,
    due: dueOf(week, due),
    span: span?.map(({ week: partWeek, due: partDue, ...part }): SpanPartSpec => ({
      ...part,
      due: dueOf(partWeek, partDue) ?? whole(1),
    })),
  };
}

/** What is said no to is not asked for. */
function proofOf(written: WrittenTask['proof']): Pick<TaskSpec, 'proof'> {
  if (written === undefined) return {};
  const { tag, 'github-release': release, page, workflow } = written;
  const proof = {
    ...(tag ? { tag: true as const } : {}),
    ...(release ? { release: true as const } : {}),
    ...(page === undefined ? {} : { page }),
    ...(workflow === undefined ? {} : { workflow }),
  };
  return Object.keys(proof).length === 0 ? {} : { proof };
}

function toStep(step: NonNullable<WrittenTask['steps']>[number]): Step {
  return typeof step === 'string' ? { id: stepId(step), text: step } : step;
}

function dueOf(week: WeekRef | undefined, due: DayExpression | undefined): DayExpression | undefined {
  return due ?? (week === undefined ? undefined : { kind: 'week', week });
}

function whole(number: number): DayExpression {
  return { kind: 'week', week: { from: 'start', number } };
}
