// The dates that change, as one table per release.
import { daysBetween } from '../domain/day.ts';
import type { Release } from '../domain/release.ts';
import { escapeMarkdown } from '../text/escape-markdown.ts';
import { markdownTable } from '../text/table.ts';
import { countWords, dayWords } from '../text/words.ts';
import type { DateMove, ReleaseChange } from './dates.ts';
import { firstOf } from './room.ts';
import type { Outlook } from './verdict.ts';

/** Rows of a table, and tasks, that are told before the rest is counted. */
const ROWS = 40;
const TASKS = 12;
const RELEASES = 20;

export function renderDates({ dates }: Outlook): string {
  if (dates.length === 0) return '';
  const left = dates.length - RELEASES;
  const more = left > 0 ? [`Dates of ${countWords(left, 'more release')} change as well.`] : [];
  return ['### Dates', ...dates.slice(0, RELEASES).map(releaseWords), ...more].join('\n\n');
}

function releaseWords(change: ReleaseChange): string {
  switch (change.kind) {
    case 'new':
      return `**${escapeMarkdown(change.release.title)}** is new: ${spanOf(change.release)}.`;
    case 'gone':
      return `**${escapeMarkdown(change.release.title)}** is no longer in the config. Everything relcomms created for it stays, but relcomms stops updating it.`;
    case 'changed':
      return [
        `**${escapeMarkdown(change.version)}**`,
        ...(change.milestones.length === 0 ? [] : [table(change.milestones)]),
        ...(change.tasks.length === 0 ? [] : [taskWords(change.tasks)]),
      ].join('\n\n');
  }
}

function spanOf({ weeks, start, release, tasks }: Release): string {
  const length = `${countWords(weeks.length, 'week')} from ${dayWords(start)}`;
  return `${length}, release day ${dayWords(release)}, ${countWords(tasks.length, 'task')}`;
}

function table(moves: readonly DateMove[]): string {
  const rows = moves.slice(0, ROWS).map((move) => [escapeMarkdown(move.title), ...dayCells(move)]);
  const left = moves.length - rows.length;
  const more = left > 0 ? [[`and ${left} more`, '', '', '']] : [];
  return markdownTable(['Date', 'From', 'To', 'Change'], [...rows, ...more]);
}

function dayCells({ from, to }: DateMove): string[] {
  if (from === undefined) return ['', to === undefined ? '' : dayWords(to), 'new'];
  if (to === undefined) return [dayWords(from), '', 'is removed'];
  const days = daysBetween(from, to);
  const change = days > 0 ? `${countWords(days, 'day')} later` : `${countWords(-days, 'day')} earlier`;
  return [dayWords(from), dayWords(to), change];
}

function taskWords(tasks: readonly DateMove[]): string {
  const names = tasks.map(({ title, from, to }) => {
    const end = to === undefined ? 'is removed' : `${from === undefined ? 'new, ' : ''}due ${dayWords(to)}`;
    return `${escapeMarkdown(title)} (${end})`;
  });
  const head = countWords(tasks.length, 'task changes its day', 'tasks change their days');
  return `${head}: ${firstOf(TASKS, names).join('; ')}.`;
}
