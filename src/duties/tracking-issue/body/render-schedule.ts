// The schedule block of a tracking issue: a chart that GitHub draws and the same dates as a table.
import { type Day, addDays } from '../../../domain/day.ts';
import { type Milestone, type Release, type Week, countdownName } from '../../../domain/release.ts';
import { escapeMarkdown } from '../../../text/escape-markdown.ts';
import { markdownTable } from '../../../text/table.ts';
import { dayWords } from '../../../text/words.ts';
import { renderHistory } from '../slips/render-slip.ts';
import { nextMilestone } from './render-status.ts';
import type { BodyInput, Detail } from './body-input.ts';

/** Heading, chart (when there is room) and table. */
export function renderSchedule(input: BodyInput, detail: Detail): string {
  const chart = detail === 'full' ? [gantt(input.release)] : [];
  return ['## Schedule', ...chart, table(input), renderHistory(input.history)]
    .filter((part) => part !== '')
    .join('\n\n');
}

function gantt(release: Release): string {
  return [
    '```mermaid',
    'gantt',
    `  title ${chartText(release.title)}`,
    '  dateFormat YYYY-MM-DD',
    '  axisFormat %d %b',
    '  tickInterval 1week',
    '  weekday monday',
    '  section Phases',
    ...phases(release.weeks).map((phase) => `  ${chartText(phase.name)} :${phase.from}, ${phase.to}`),
    '  section Milestones',
    ...release.milestones.map(
      (milestone) => `  ${chartText(milestone.title)} :milestone, ${milestone.day}, 0d`,
    ),
    '```',
  ].join('\n');
}

interface Stretch {
  readonly name: string;
  readonly from: Day;
  /** The day behind the last one, as Mermaid draws it. */
  readonly to: Day;
}

/** Neighbouring weeks of one phase as one bar; without phases the cycle is one bar. */
function phases(weeks: readonly Week[]): Stretch[] {
  const stretches: Stretch[] = [];
  for (const week of weeks) {
    const name = week.phase ?? 'Cycle';
    const last = stretches.at(-1);
    const to = addDays(week.end, 1);
    if (last?.name === name) stretches[stretches.length - 1] = { ...last, to };
    else stretches.push({ name, from: week.start, to });
  }
  return stretches;
}

/** Mermaid gives `:`, `;`, `#` and `%%` a meaning and has no escape for them. */
function chartText(text: string): string {
  return (
    text
      .replaceAll(/[^\p{L}\p{N} .,()/'&+-]/gu, ' ')
      .replaceAll(/\s+/g, ' ')
      .trim() || 'untitled'
  );
}

function table(input: BodyInput): string {
  const next = nextMilestone(input);
  const rows = input.release.milestones.map((milestone) => [
    dayWords(milestone.day),
    weekName(milestone, input.release),
    milestone === next ? `**${escapeMarkdown(milestone.title)}**` : escapeMarkdown(milestone.title),
    escapeMarkdown(milestone.who ?? ''),
    state(milestone, next, input),
  ]);
  return markdownTable(['Day', 'Week', 'Milestone', 'Who', 'State'], rows);
}

function weekName(milestone: Milestone, release: Release): string {
  const first = release.weeks[0];
  const countdown = milestone.week - (first === undefined ? 0 : first.number - first.countdown);
  return `${milestone.week} · ${countdownName(countdown)}`;
}

function state(milestone: Milestone, next: Milestone | undefined, { now, today }: BodyInput): string {
  if (milestone.deadline <= now) return 'passed';
  if (milestone.day === today) return 'today';
  return milestone === next ? 'next' : '';
}
