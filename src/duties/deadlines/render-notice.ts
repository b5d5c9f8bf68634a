// The words of a notice: the deadlines that are near, each with its day, its instant, and the people.
import type { Day } from '../../domain/day.ts';
import type { Milestone, Release } from '../../domain/release.ts';
import { clockWords } from '../../text/clock-words.ts';
import { codeSpan, escapeMarkdown } from '../../text/escape-markdown.ts';
import { mention, mentionTeam } from '../../text/mention.ts';
import { shorten } from '../../text/shorten.ts';
import { markdownTable } from '../../text/table.ts';
import { countWords, dayWords, distanceWords, listWords } from '../../text/words.ts';
import { noticeEnd } from '../../schedule/notice-end.ts';
import { datesOfRelease } from '../../schedule/milestone-kind.ts';
import { teamAction } from '../team-action.ts';
import type { Notice } from './notices.ts';

const LONGEST_TITLE = 80;

export interface NoticeWords {
  readonly notices: readonly Notice[];
  /** The reader's day. */
  readonly today: Day;
  /** Whether a person wants no pings about a release: named without one. */
  readonly isQuiet: (login: string, release: Release) => boolean;
}

/** One comment for all notices of a run; each person and team is mentioned once. */
export function renderNotices({ notices, today, isQuiet }: NoticeWords): string {
  const people = unique(notices.flatMap((notice) => notice.people));
  const teams = unique(notices.flatMap((notice) => notice.teams));
  const quiet = (login: string): boolean =>
    notices.every(({ people: own, release }) => !own.includes(login) || isQuiet(login, release));
  const names = people.map((login) => (quiet(login) ? escapeMarkdown(login) : mention(login)));
  return [
    `### ${headline(notices, today)}`,
    notices.map((notice) => `- ${noticeLine(notice, today, notices)}`).join('\n'),
    ...notices.filter(({ allDates }) => allDates).map(({ release }) => dates(release, today)),
    names.length === 0
      ? ''
      : `${names.join(', ')}: make sure ${notices.length === 1 ? 'this happens' : 'these happen'} by then.`,
    teams.length === 0 ? '' : `${teams.map(mentionTeam).join(', ')}: ${actions(notices)}.`,
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

function actions(notices: readonly Notice[]): string {
  const known = unique(
    notices.flatMap(({ teams, milestone, release }) => {
      const action = teams.length === 0 ? '' : teamAction(milestone, release, codeSpan);
      return action === '' ? [] : [`${titleOf(milestone)}: ${action}`];
    }),
  );
  return known.length === 0 ? 'check that you are ready' : known.join('; ');
}

function headline(notices: readonly Notice[], today: Day): string {
  const [first] = notices;
  if (first === undefined) return '';
  const names = unique(notices.map(({ release }) => release.title)).map((title) =>
    escapeMarkdown(shorten(title, LONGEST_TITLE)),
  );
  if (notices.length > 1) return `${listWords(names)}: ${countWords(notices.length, 'deadline')}`;
  const { milestone, movedFrom, isTold, release } = first;
  const { day, last } = noticeEnd(milestone, release.version);
  const verb = last === undefined ? ', ' : ' begins ';
  const moved = movedFrom === undefined || isTold === true ? verb : ' has moved, now ';
  return `${listWords(names)}: ${titleOf(milestone)}${moved}${distanceWords(today, day)}`;
}

function noticeLine(
  { milestone, movedFrom, isTold, release }: Notice,
  today: Day,
  all: readonly Notice[],
): string {
  const isAlone = all.every((other) => other.release === release);
  const of = isAlone ? '' : ` of ${escapeMarkdown(shorten(release.title, LONGEST_TITLE))}`;
  const moved =
    movedFrom === undefined || isTold === true
      ? ''
      : `, moved from ${dayWords(movedFrom)}${because(milestone)}`;
  const who = milestone.who === undefined ? '' : ` Who: ${escapeMarkdown(milestone.who)}.`;
  const { day, last } = noticeEnd(milestone, release.version);
  if (last !== undefined)
    return `**${titleOf(milestone)}${of}:** from ${dayWords(day)} (${distanceWords(today, day)}) to ${dayWords(last)}${moved}.${who}`;
  return `**${titleOf(milestone)}${of}:** ${dayWords(milestone.day)} (${distanceWords(today, milestone.day)})${moved}, ${byWords(milestone)}.${who}`;
}

function because({ because: why }: Milestone): string {
  return why === undefined ? '' : ` because ${escapeMarkdown(why)}`;
}

/** Its time of day, or where the day ends, and that instant in UTC. */
function byWords({ deadline, zone, at }: Milestone): string {
  const where = zone === 'AoE' ? 'anywhere on earth' : `in ${zone}`;
  if (zone === 'UTC') return `${at === undefined ? 'by' : 'at'} ${clockWords(deadline, 'UTC')} UTC`;
  if (at !== undefined) return `at ${at} ${where} (${clockWords(deadline, 'UTC')} UTC)`;
  return `by the end of that day ${where} (${clockWords(deadline, 'UTC')} UTC)`;
}

/** The candidates, the cherry-pick deadline and the final release together. */
export function dates(release: Release, today: Day): string {
  const rows = datesOfRelease(release).map((milestone) => [
    titleOf(milestone),
    dayWords(milestone.day),
    distanceWords(today, milestone.day),
    `${clockWords(milestone.deadline, 'UTC')} UTC`,
  ]);
  return `The dates of ${escapeMarkdown(shorten(release.title, LONGEST_TITLE))}:\n\n${markdownTable(['What', 'Day', 'When', 'By'], rows)}`;
}

/** The title of a milestone, short enough for a line. */
export function titleOf({ title }: Milestone): string {
  return escapeMarkdown(shorten(title, LONGEST_TITLE));
}

function unique(names: readonly string[]): string[] {
  return [...new Set(names)];
}
