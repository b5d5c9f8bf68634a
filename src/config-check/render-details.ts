// The details of a check, folded away: the resulting schedule and the config with its presets in one piece.
import type { Day } from '../domain/day.ts';
import { type Release, type Week, countdownName } from '../domain/release.ts';
import { escapeMarkdown } from '../text/escape-markdown.ts';
import { markdownTable } from '../text/table.ts';
import { countWords, dayWords } from '../text/words.ts';
import { cutLines, sizeOf } from './room.ts';
import type { Verdict } from './verdict.ts';

/** The merged config gets what the schedules leave, and never less than this many bytes. */
const LEAST_FOR_CONFIG = 24_000;

/** Everything in at most `room` bytes; what does not fit is counted. */
export function renderDetails(
  { releases, merged }: Extract<Verdict, { kind: 'good' }>,
  room: number,
): string {
  const schedules: string[] = [];
  let left = room - LEAST_FOR_CONFIG;
  for (const release of releases) {
    const text = schedule(release, left);
    if (text === undefined) break;
    schedules.push(text);
    left -= sizeOf(text) + 2;
  }
  const missing = releases.length - schedules.length;
  const more = missing > 0 ? [`There is no room here for ${countWords(missing, 'more release')}.`] : [];
  return [...schedules, ...more, mergedConfig(merged, left + LEAST_FOR_CONFIG - 200)].join('\n\n');
}

function schedule(release: Release, room: number): string | undefined {
  const points = [
    ...release.milestones.map(({ title, day }) => ({ day, what: `**${escapeMarkdown(title)}**` })),
    ...release.tasks.map(({ title, due }) => ({ day: due, what: escapeMarkdown(title) })),
  ].toSorted((a, b) => (a.day < b.day ? -1 : Number(a.day > b.day)));
  const rows = points.map(({ day, what }) => [dayWords(day), weekWords(release.weeks, day), what]);
  const head = `The schedule of ${escapeMarkdown(release.version)}: ${countWords(release.milestones.length, 'milestone')} in bold, ${countWords(release.tasks.length, 'task')}`;
  const frame = folded(head, '');
  const lines = markdownTable(['Day', 'Week', 'What'], rows).split('\n');
  if (sizeOf(frame) + 400 > room) return undefined;
  const shown = cutLines(room - sizeOf(frame) - 100, lines, (count) => `| | | and ${count} more |`);
  return folded(head, shown.join('\n'));
}

function weekWords(weeks: readonly Week[], day: Day): string {
  const week = weeks.find(({ start, end }) => start <= day && day <= end);
  return week === undefined ? '' : `${week.number} · ${countdownName(week.countdown)}`;
}

function mergedConfig(lines: readonly string[], room: number): string {
  const shown = cutLines(room, lines, (count) => `# …and ${count} more lines`);
  const fence = '`'.repeat(Math.max(3, longestFence(shown) + 1));
  return folded('The config with its presets merged', [`${fence}yaml`, ...shown, fence].join('\n'));
}

/** The longest row of backticks: a fence has to be longer. */
function longestFence(lines: readonly string[]): number {
  return Math.max(0, ...lines.flatMap((line) => (line.match(/`+/g) ?? []).map(({ length }) => length)));
}

function folded(head: string, text: string): string {
  return `<details>\n<summary>${head}</summary>\n\n${text}\n\n</details>`;
}
