// Where a release ends: its issue, its tasks, its milestones.
import { formatDay } from '../../src/domain/day.ts';
import { countWords, dayWords } from '../../src/text/words.ts';
import type { ReleaseEnd, TaskEnd } from './simulation.ts';

export function renderReleaseEnd(end: ReleaseEnd): string {
  return [
    `  ${end.title}: ${issueWords(end)}, ${end.done} of ${countWords(end.tasks, 'task')} done, ${end.open.length} open, ${end.late.length} overdue`,
    ...taskLines('overdue', end.late),
    ...taskLines('open', end.open),
    ...end.milestones.map(({ id, title, day, movedFrom }) => {
      const moved = movedFrom === undefined ? '' : `, moved from ${dayWords(movedFrom)}`;
      return `    ${formatDay(day, 'ddd DD MMM YYYY')}  ${title} (${id})${moved}`;
    }),
  ].join('\n');
}

function issueWords({ trackingIssue, state }: ReleaseEnd): string {
  if (trackingIssue === undefined) return 'no tracking issue';
  return `tracking issue #${trackingIssue} is ${state}`;
}

function taskLines(state: string, tasks: readonly TaskEnd[]): string[] {
  return tasks.map(({ title, due }) => `    ${state}: ${title}, due ${dayWords(due)}`);
}
