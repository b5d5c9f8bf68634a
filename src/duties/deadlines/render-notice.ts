// The words of a notice: which deadlines are near, on which day and until which instant, and for whom.
import type { Day } from '../../domain/day.ts';
import type { Milestone, Release } from '../../domain/release.ts';
import { clockWords } from '../../text/clock-words.ts';
import { escapeMarkdown } from '../../text/escape-markdown.ts';
import { mention, mentionTeam } from '../../text/mention.ts';
import { shorten } from '../../text/shorten.ts';
import { markdownTable } from '../../text/table.ts';
import { countWords, dayWords, distanceWords } from '../../text/words.ts';
import { datesOfRelease } from '../../schedule/milestone-kind.ts';
import type { Notice } from './notices.ts';

const LONGEST_TITLE = 80;

export interface NoticeWords {
  readonly release: Release;
  readonly notices: readonly Notice[];
  /** The reader's day. */
  readonly today: Day;
  /** Whether a person wants no pings: named without one. */
  readonly isQuiet: (login: string) => boolean;
}

/** One comment for all notices of a run; each person and team is mentioned once. */
export function renderNotices({ release, notices, today, isQuiet }: NoticeWords): string {
  const people = unique(notices.flatMap((notice) => notice.people));
  const teams = unique(notices.flatMap((notice) => notice.teams));
  const names = [
    ...people.map((login) => (isQuiet(login) ? escapeMarkdown(login) : mention(login))),
    ...teams.map(mentionTeam),
  ];
  return [
    `### ${headline(notices, release, today)}`,
    notices.map((notice) => `- ${noticeLine(notice, today)}`).join('\n'),
    notices.some(({ allDates }) => allDates) ? dates(release, today) : '',
    names.length === 0 ? '' : `For: ${names.join(', ')}`,
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

function headline(notices: readonly Notice[], release: Release, today: Day): string {
  const name = escapeMarkdown(shorten(release.title, LONGEST_TITLE));
  const [first] = notices;
  if (first === undefined || notices.length > 1) return `${name}: ${countWords(notices.length, 'deadline')}`;
  const { milestone, movedFrom } = first;
  const moved = movedFrom === undefined ? ', ' : ' has moved, now ';
  return `${name}: ${titleOf(milestone)}${moved}${distanceWords(today, milestone.day)}`;
}

function noticeLine({ milestone, movedFrom }: Notice, today: Day): string {
  const moved = movedFrom === undefined ? '' : `, moved from ${dayWords(movedFrom)}${because(milestone)}`;
  const who = milestone.who === undefined ? '' : ` Who: ${escapeMarkdown(milestone.who)}.`;
  return `**${titleOf(milestone)}:** ${dayWords(milestone.day)} (${distanceWords(today, milestone.day)})${moved}, ${untilWords(milestone)}.${who}`;
}

function because({ because: why }: Milestone): string {
  return why === undefined ? '' : ` because ${escapeMarkdown(why)}`;
}

/** Where the day ends, and that instant in UTC. */
function untilWords({ deadline, zone }: Milestone): string {
  if (zone === 'UTC') return `until ${clockWords(deadline, 'UTC')} UTC`;
  const where = zone === 'AoE' ? 'anywhere on earth' : `in ${zone}`;
  return `until the end of that day ${where} (${clockWords(deadline, 'UTC')} UTC)`;
}

/** The candidates, the cherry-pick deadline and the final release together. */
function dates(release: Release, today: Day): string {
  const rows = datesOfRelease(release).map((milestone) => [
    titleOf(milestone),
    dayWords(milestone.day),
    distanceWords(today, milestone.day),
    `${clockWords(milestone.deadline, 'UTC')} UTC`,
  ]);
  return `The dates of this release:\n\n${markdownTable(['What', 'Day', 'When', 'Until'], rows)}`;
}

function titleOf({ title }: Milestone): string {
  return escapeMarkdown(shorten(title, LONGEST_TITLE));
}

function unique(names: readonly string[]): string[] {
  return [...new Set(names)];
}
