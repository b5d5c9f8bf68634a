// What stands between a release and its next milestone, as far as tasks and dates tell.
import { dayAt } from '../../domain/day.ts';
import type { OwnIssue } from '../../domain/observed.ts';
import type { Milestone, Release, Task } from '../../domain/release.ts';
import type { Standing } from '../../domain/standing.ts';
import { refsTo } from '../units.ts';
import { waitsWords } from '../waits-words.ts';
import type { DeadlinesInput } from './input.ts';
import { render } from './render.ts';
import { type OpenTasks, soonUntil, taskIssueOf } from './tasks.ts';

/** The next milestone when it is near, then late tasks, then those due soon. A meeting that nobody ticked holds nothing up. */
export function standingFor(
  release: Release,
  { overdue, soon, done }: OpenTasks,
  input: DeadlinesInput,
): Standing[] {
  const today = dayAt(input.now, release.timezone);
  const next = release.milestones.find(({ deadline }) => deadline > input.now);
  const issues = input.observed.ownIssues;
  const place = { release, next, issues, done, refTo: refsTo(release, issues) };
  return [
    ...(next === undefined || next.day > soonUntil(today, input)
      ? []
      : [milestoneStanding(release, next, render.milestone(next, today))]),
    ...overdue.map((task) => taskStanding(task, 'red', place)),
    ...soon.map((task) => taskStanding(task, 'amber', place)),
  ];
}

function milestoneStanding({ version }: Release, { id, who }: Milestone, text: string): Standing {
  return {
    release: version,
    kind: 'milestone',
    key: `milestone/${id}`,
    severity: 'amber',
    milestone: id,
    text,
    owner: render.who(who),
  };
}

interface Place {
  readonly release: Release;
  readonly next: Milestone | undefined;
  readonly issues: readonly OwnIssue[];
  readonly done: ReadonlySet<string>;
  readonly refTo: (id: string) => string;
}

function taskStanding(
  task: Task,
  severity: Standing['severity'],
  { release, next, issues, done, refTo }: Place,
): Standing {
  const holdsUp = severity === 'red' && next !== undefined && task.occurrence === undefined;
  return {
    release: release.version,
    kind: 'task',
    key: `task/${task.id}`,
    severity: holdsUp ? 'red' : 'amber',
    ...(severity === 'amber' && { isAhead: true }),
    milestone: next?.id,
    text: [
      render.task(task, taskIssueOf(task, release, issues)?.number, severity === 'red'),
      waitsWords(task, release, done, refTo),
    ]
      .filter((words) => words !== '')
      .join(', '),
    owner: render.holders(task),
    // The end of its day, whether that is past or near: the soonest comes first.
    since: task.deadline,
  };
}
