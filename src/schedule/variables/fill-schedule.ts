// Fills the variables of a release into everything that its milestones and tasks say.
import type { Path, Problem } from '../../domain/problem.ts';
import type { Milestone } from '../../domain/release.ts';
import type { ReleaseSpec, ScheduleSpec, TaskSpec } from '../../domain/spec.ts';
import { milestonePath } from '../build-milestones.ts';
import { planPath } from '../spec-of-release.ts';
import { type Place, type Variables, fillLink, fillText } from './fill.ts';
import { stepsOfLines, variablesOfLine } from './steps-of-lines.ts';

interface Filling {
  readonly spec: ScheduleSpec;
  readonly release: ReleaseSpec;
  readonly variables: Variables;
}

/** A milestone, be it that its day is not known yet. */
type Titled = Pick<Milestone, 'id' | 'title' | 'who' | 'event'>;

/** Titles, and who they concern. */
export function fillMilestones<One extends Titled>(
  milestones: readonly One[],
  { release, variables }: Filling,
): { milestones: One[]; problems: Problem[] } {
  const problems: Problem[] = [];
  const tell = (problem: Problem): void => void problems.push(problem);
  const filled = milestones.map((one) => {
    // An event is the same for every release.
    if (one.event !== undefined) return one;
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
    const values = task.own === undefined ? variables : new Map([...variables, ...Object.entries(task.own)]);
    const text = (value: string, ...keys: Path): string => fillText(value, values, at(...keys));
    return {
      ...task,
      title: text(task.title, 'title'),
      ...stepsOf(task, release, values, at),
      notes: task.notes === undefined ? undefined : text(task.notes, 'notes'),
      link: task.link === undefined ? undefined : fillLink(task.link, values, at('link')),
      ...(task.proof?.page === undefined
        ? {}
        : { proof: { ...task.proof, page: fillLink(task.proof.page, values, at('proof', 'page')) } }),
      labels: task.labels.map((label, index) => text(label, 'labels', index)),
      span: task.span?.map((part, index) => ({
        ...part,
        title: part.title === undefined ? undefined : text(part.title, 'span', index, 'title'),
      })),
    };
  });
  return { tasks: filled, problems };
}

/** Those of a task that is done for each line are filled with what holds for the line. */
function stepsOf(
  { steps, per }: TaskSpec,
  { lines }: ReleaseSpec,
  variables: Variables,
  at: (...keys: Path) => Place,
): Pick<TaskSpec, 'steps'> {
  const filled = (text: string, values: Variables, index: number): string =>
    fillText(text, values, at('steps', index));
  if (per === 'line' && lines !== undefined)
    return {
      steps: stepsOfLines(steps, lines, (text, line, index) =>
        filled(text, variablesOfLine(variables, line), index),
      ),
    };
  if (steps === undefined) return {};
  return { steps: steps.map((step, index) => ({ ...step, text: filled(step.text, variables, index) })) };
}
