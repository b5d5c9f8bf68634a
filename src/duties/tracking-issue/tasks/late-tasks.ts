// The tasks that are late, as things that stand in the way: their day has ended and nobody ticked them.
import type { Instant } from '../../../domain/day.ts';
import type { OwnIssue } from '../../../domain/observed.ts';
import type { Release, Task } from '../../../domain/release.ts';
import type { Standing } from '../../../domain/standing.ts';
import { renderLateTask } from './render-late-task.ts';
import { overdueTasks } from '../../../schedule/overdue.ts';
import { openLines } from '../../line-counts.ts';
import { type Unit, refsTo, unitKey, unitsOf } from '../../units.ts';
import { waitsWords } from '../../waits-words.ts';

/** What is optional or was missed is not among them. `done` are the ids of the items that are. */
export function lateTasks(
  release: Release,
  done: ReadonlySet<string>,
  issues: readonly OwnIssue[],
  now: Instant,
): Standing[] {
  const units = new Map(unitsOf(release).flatMap((unit) => unit.items.map(({ id }) => [id, unit] as const)));
  const refTo = refsTo(release, issues);
  const open = openLines(release, issues, done);
  return overdueTasks(release, done, now).map((task) =>
    standingOf(task, issueOf(units.get(task.id), release, issues), {
      release,
      waits: waitsWords(task, release, done, refTo),
      lines: open.get(task.id) ?? [],
    }),
  );
}

interface Late {
  readonly release: Release;
  /** Empty when it waits for nothing. */
  readonly waits: string;
  /** The lines of a train for which it is not done. */
  readonly lines: readonly string[];
}

function standingOf(task: Task, issue: OwnIssue | undefined, { release, waits, lines }: Late): Standing {
  return {
    release: release.version,
    kind: 'task',
    key: `task/${task.id}`,
    severity: 'red',
    ...renderLateTask(task, issue, waits, lines),
    since: task.deadline,
  };
}

function issueOf(
  unit: Unit | undefined,
  release: Release,
  issues: readonly OwnIssue[],
): OwnIssue | undefined {
  if (unit === undefined) return undefined;
  const key = unitKey(release, unit);
  return issues.find((issue) => issue.key === key);
}
