// The schedule block of a tracking issue: the further dates, those that have passed, and a chart that GitHub draws.
import { type Day, addDays } from '../../../domain/day.ts';
import { type Milestone, type Release, type Week, countdownName } from '../../../domain/release.ts';
import { escapeMarkdown } from '../../../text/escape-markdown.ts';
import { markdownTable } from '../../../text/table.ts';
import { dayNotes, countWords, dayWords } from '../../../text/words.ts';
import { renderHistory } from '../slips/render-slip.ts';
import { NEXT_DATES, milestonesAhead } from './render-today.ts';
import type { BodyInput, Detail } from './body-input.ts';

/** The dates behind the next ones, which stand on top; those that have passed, and the chart, are folded. */
export function renderSchedule(input: BodyInput, detail: Detail): string {
  const { milestones } = input.release;
  const ahead = input.closed === true ? [] : milestonesAhead(input);
  const passed = milestones.filter((milestone) => !ahead.includes(milestone));
  return [
    '## Schedule',
    table(ahead.slice(NEXT_DATES), input),
    passed.length === 0 ? '' : folded(`${countWords(passed.length, 'date')} passed`, table(passed, input)),
    detail === 'full' ? folded('Chart', gantt(input.release)) : '',
    renderHistory(input.history),
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

function folded(title: string, text: string): string {
  return `<details><summary>${title}</summary>\n\n${text}\n\n</details>`;
}

/** The chart that GitHub draws: a bar for each phase and for what takes several days, a point for the rest. */
export function gantt(release: Release): string {
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
    ...release.milestones.map(({ title, from, day }) =>
      from === undefined
        ? `  ${chartText(title)} :milestone, ${day}, 0d`
        : `  ${chartText(title)} :${from}, ${addDays(day, 1)}`,
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

function table(milestones: readonly Milestone[], { release }: BodyInput): string {
  if (milestones.length === 0) return '';
  const rows = milestones.map((milestone) => [
    `${dayWords(milestone.day)}${milestone.at === undefined ? '' : ` ${milestone.at} ${milestone.zone}`}`,
    weekName(milestone, release),
    `${escapeMarkdown(milestone.title)}${dayNotes(milestone)}`,
    escapeMarkdown(milestone.who ?? ''),
  ]);
  return markdownTable(['Day', 'Week', 'Milestone', 'Who'], rows);
}

function weekName(milestone: Milestone, release: Release): string {
  const first = release.weeks[0];
  const countdown = milestone.week - (first === undefined ? 0 : first.number - first.countdown);
  return `${milestone.week} · ${countdownName(countdown)}`;
}
