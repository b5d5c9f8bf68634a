// Fills the variables of a release into everything that its milestones and tasks say.
import type { Path, Problem } from '../../domain/problem.ts';
import type { Milestone } from '../../domain/release.ts';
import type { ReleaseSpec, ScheduleSpec, TaskSpec } from '../../domain/spec.ts';
import { milestonePath } from '../build-milestones.ts';
import { planPath } from '../spec-of-release.ts';
import { type Variables, fillLink, fillText } from './fill.ts';

interface Filling {
  readonly spec: ScheduleSpec;
  readonly release: ReleaseSpec;
  readonly variables: Variables;
}

/** Titles, and who they concern. */
export function fillMilestones(
  milestones: readonly Milestone[],
  { release, variables }: Filling,
): { milestones: Milestone[]; problems: Problem[] } {
  const problems: Problem[] = [];
  const tell = (problem: Problem): void => void problems.push(problem);
  const filled = milestones.map((one) => {
    const subject = `Milestone "${one.id}" of ${release.version}`;
    const path = milestonePath(release, one.id);
    const text = (value: string, key: string): string =>
      fillText(value, variables, { path: [...path, key], subject, tell });
    return {
      ...one,
      title: text(one.title, 'title'),
      who: one.who === undefined ? undefined : text(one.who, 'who'),
    };
  });
  return { milestones: filled, problems };
}

/** Titles, those of parts among them, notes, labels and links. */
export function fillTasks(
  tasks: readonly TaskSpec[],
  release: ReleaseSpec,
  variables: Variables,
): { tasks: TaskSpec[]; problems: Problem[] } {
  const problems: Problem[] = [];
  const tell = (problem: Problem): void => void problems.push(problem);
  const filled = tasks.map((task) => {
    const subject = `Task "${task.id}" of ${release.version}`;
    const at = (...keys: Path) => ({ path: planPath(release, 'tasks', task.id, ...keys), subject, tell });
    const text = (value: string, ...keys: Path): string => fillText(value, variables, at(...keys));
    return {
      ...task,
      title: text(task.title, 'title'),
      ...(task.steps === undefined
        ? {}
        : { steps: task.steps.map((step, index) => ({ ...step, text: text(step.text, 'steps', index) })) }),
      notes: task.notes === undefined ? undefined : text(task.notes, 'notes'),
      link: task.link === undefined ? undefined : fillLink(task.link, variables, at('link')),
      labels: task.labels.map((label, index) => text(label, 'labels', index)),
      span: task.span?.map((part, index) => ({
        ...part,
        title: part.title === undefined ? undefined : text(part.title, 'span', index, 'title'),
      })),
    };
  });
  return { tasks: filled, problems };
}
