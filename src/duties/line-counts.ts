// How far each line of a train is: of its boxes in tasks that are done once per line, how many are checked.
import type { OwnIssue } from '../domain/observed.ts';
import type { Release, Task } from '../domain/release.ts';
import type { Step } from '../domain/step.ts';
import { readTicks } from '../body/ticks.ts';
import { trackingKey } from '../memory/tracking-key.ts';
import { type Unit, unitKey, unitsOf } from './units.ts';

export interface LineCount {
  readonly version: string;
  readonly done: number;
  /** Zero where no task is done once per line. */
  readonly total: number;
}

/** The lines in their order, none for a release that is no train. `issues` are ours, the tracking issue among them; `done` are ids of tasks. */
export function lineCounts(
  release: Release,
  issues: readonly OwnIssue[],
  done: ReadonlySet<string>,
): LineCount[] {
  if (release.lines === undefined) return [];
  const boxes = boxesOf(release, issues, done);
  return release.lines.map(({ version }) => {
    const own = boxes.filter(({ step }) => step.line === version);
    return { version, done: own.filter(({ isChecked }) => isChecked).length, total: own.length };
  });
}

/** By task, the lines for which it is not done; none for a task that is done once. */
export function openLines(
  release: Release,
  issues: readonly OwnIssue[],
  done: ReadonlySet<string>,
): ReadonlyMap<string, readonly string[]> {
  const open = new Map<string, string[]>();
  if (release.lines === undefined) return open;
  for (const { task, step, isChecked } of boxesOf(release, issues, done)) {
    const { line } = step;
    const known = open.get(task) ?? [];
    if (line !== undefined && !isChecked && !known.includes(line)) open.set(task, [...known, line]);
  }
  return open;
}

/** `1.17.5: 3 of 5 · 1.16.12: 5 of 5`; the lines alone where no task is done once per line. Nothing is escaped. */
export function lineWords(counts: readonly LineCount[]): string {
  return counts
    .map(({ version, done, total }) => (total === 0 ? version : `${version}: ${done} of ${total}`))
    .join(' · ');
}

interface Box {
  /** Id of the task. */
  readonly task: string;
  readonly step: Step;
  readonly isChecked: boolean;
}

/** Of lines alone. A task that is done is done for each of them; one that relcomms does has no boxes. */
function boxesOf(release: Release, issues: readonly OwnIssue[], done: ReadonlySet<string>): Box[] {
  const units = new Map(unitsOf(release).flatMap((unit) => unit.items.map(({ id }) => [id, unit] as const)));
  const tracking = issues.find(({ key }) => key === trackingKey(release));
  const listed = readTicks(tracking?.body ?? '');
  const remembered = new Set(tracking?.ledger?.state?.steps);
  return release.tasks.filter(isPerLine).flatMap((task) => {
    const unit = units.get(task.id);
    const isOver = (unit?.items ?? [task]).every(({ id }) => done.has(id));
    const own = readTicks(issueOf(unit, release, issues)?.body ?? '');
    return (task.steps ?? []).map((step) => ({
      task: task.id,
      step,
      isChecked: isOver || (own.get(step.id) ?? listed.get(step.id) ?? remembered.has(step.id)),
    }));
  });
}

function isPerLine({ steps, doneBy }: Task): boolean {
  return doneBy === undefined && steps?.some(({ line }) => line !== undefined) === true;
}

function issueOf(
  unit: Unit | undefined,
  release: Release,
  issues: readonly OwnIssue[],
): OwnIssue | undefined {
  const key = unit && unitKey(release, unit);
  return key === undefined ? undefined : issues.find((issue) => issue.key === key);
}
