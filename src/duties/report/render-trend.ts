// The trend as a table, which is the truth, and as a chart beside it, in a folded part.
import { formatDay } from '../../domain/day.ts';
import { markdownTable } from '../../text/table.ts';
import { dayWords } from '../../text/words.ts';
import { type Point, lastOfWeeks, trendLine } from './trend.ts';

/** Points that a chart can bear. */
const MOST_BARS = 20;

/** Empty without points. The hidden line is what the next run reads. */
export function renderTrend(points: readonly Point[]): string {
  if (points.length === 0) return '';
  const weeks = lastOfWeeks(points);
  return [
    '<details><summary>Trend, week by week</summary>',
    tableOf(weeks),
    ...chartsOf(weeks.slice(-MOST_BARS)),
    '</details>',
    trendLine(points),
  ].join('\n\n');
}

/** Where nobody ever looked for failing tests there is no column of them. */
function tableOf(weeks: readonly Point[]): string {
  const looked = weeks.some(({ failing }) => failing !== undefined);
  return markdownTable(
    ['As of', 'Open tasks', ...(looked ? ['Failing tests'] : [])],
    weeks.map(({ day, open, failing }) => [
      dayWords(day),
      String(open),
      ...(looked ? [failing === undefined ? 'unknown' : String(failing)] : []),
    ]),
  );
}

/** One chart for each number, since Mermaid's have no legend; a number with gaps has none. */
function chartsOf(weeks: readonly Point[]): string[] {
  if (weeks.length < 2) return [];
  const failing = weeks.flatMap((point) => point.failing ?? []);
  return [
    chartOf(
      'Open tasks',
      weeks,
      weeks.map(({ open }) => open),
    ),
    ...(failing.length === weeks.length ? [chartOf('Failing tests', weeks, failing)] : []),
  ];
}

/** Numbers and days of ours only, so that nothing can break it; where it is not drawn, its words are readable. */
function chartOf(title: string, weeks: readonly Point[], values: readonly number[]): string {
  return [
    '```mermaid',
    'xychart-beta',
    `  title "${title}"`,
    `  x-axis [${weeks.map(({ day }) => `"${formatDay(day, 'D MMM')}"`).join(', ')}]`,
    `  y-axis "${title}" 0 --> ${Math.max(1, ...values)}`,
    `  bar [${values.join(', ')}]`,
    '```',
  ].join('\n');
}
