// The words of the weekly digest: the dates ahead, and who has to do what.
import { type Day, type Instant, addDays, mondayOf } from '../../domain/day.ts';
import type { Release } from '../../domain/release.ts';
import { codeSpan, escapeMarkdown } from '../../text/escape-markdown.ts';
import { mention, mentionTeam } from '../../text/mention.ts';
import { andMore } from '../../text/more-words.ts';
import { shorten } from '../../text/shorten.ts';
import { clockWords, dayWords, distanceWords, listWords, spanWords } from '../../text/words.ts';
import { noticeEnd } from '../../schedule/notice-end.ts';
import type { Notice } from './notices.ts';
import { teamAction } from '../team-action.ts';
import { dates, titleOf } from './render-notice.ts';
import { type Share, type Todo, releaseOf } from './to-do.ts';

/** Days ahead whose dates are listed, and most of them for a release. */
const AHEAD = 14;
const MOST_DATES = 4;
const MOST_LINES = 20;
const MOST_TODOS = 12;
const LONGEST_TITLE = 80;

export interface DigestWords {
  readonly releases: readonly Release[];
  readonly shares: readonly Share[];
  readonly ahead: readonly Notice[];
  /** The reader's day. */
  readonly today: Day;
  readonly now: Instant;
  /** Whether a person wants no pings about a release: named without one where that holds for all that is named. */
  readonly isQuiet: (login: string, release: Release) => boolean;
  /** The number of its tracking issue. */
  readonly issueOf: (release: Release) => number;
}

/** Each person and team is mentioned once, in front of what they have to do. */
export function renderDigest({ releases, shares, ahead, today, now, isQuiet, issueOf }: DigestWords): string {
  const monday = mondayOf(today);
  const isAlone = releases.length === 1;
  const groups = grouped(shares, isAlone, issueOf);
  const lines = groups
    .slice(0, MOST_LINES)
    .map(({ names, todos }) => `- ${names.map((share) => nameOf(share, isQuiet)).join(', ')}: ${todos}`);
  const rest = groups.length - lines.length;
  return [
    `### Week of ${spanWords(monday, addDays(monday, 6))}`,
    ...releases.map((release) => datesAhead(release, today, now, isAlone)),
    ...ahead.filter(({ allDates }) => allDates).map(({ release }) => dates(release, today)),
    [
      '**To do**',
      '',
      ...lines,
      ...(rest > 0 ? [`- and ${rest} more; the first lines of this issue list all`] : []),
    ].join('\n'),
    '<sub>One digest a week. `/release mine` lists what you have to do; `/release mute` stops mentions.</sub>',
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

/** Who has the same to do shares a line. */
function grouped(
  shares: readonly Share[],
  isAlone: boolean,
  issueOf: DigestWords['issueOf'],
): { names: Share[]; todos: string }[] {
  const groups = new Map<string, Share[]>();
  for (const share of shares) {
    const todos = todosOf(share, isAlone, issueOf).join('; ');
    groups.set(todos, [...(groups.get(todos) ?? []), share]);
  }
  return [...groups].map(([todos, names]) => ({ names, todos }));
}

function nameOf({ name, isTeam, todos }: Share, isQuiet: DigestWords['isQuiet']): string {
  if (isTeam) return mentionTeam(name);
  return todos.every((todo) => isQuiet(name, releaseOf(todo))) ? escapeMarkdown(name) : mention(name);
}

function datesAhead(release: Release, today: Day, now: Instant, isAlone: boolean): string {
  const until = addDays(today, AHEAD);
  const next = release.milestones.filter(({ deadline, day }) => deadline > now && day <= until);
  const lines = next
    .slice(0, MOST_DATES)
    .map(
      (one) =>
        `- ${dayWords(one.day)}${clockWords(one)} (${distanceWords(today, one.day)}): **${titleOf(one)}**`,
    );
  if (lines.length === 0) return '';
  return [
    isAlone ? '**Dates**' : `**${escapeMarkdown(shorten(release.title, LONGEST_TITLE))}**`,
    '',
    ...lines,
  ].join('\n');
}

/** What is too much for a line stands in the tracking issues. */
function todosOf({ todos, isTeam }: Share, isAlone: boolean, issueOf: DigestWords['issueOf']): string[] {
  const shown = todos.slice(0, MOST_TODOS).map((todo) => todoWords(todo, isTeam, isAlone));
  const rest = todos.slice(MOST_TODOS);
  const places = [...new Set(rest.map((todo) => `#${issueOf(releaseOf(todo))}`))];
  return [...shown, ...andMore(rest.length, `see ${listWords(places)}`)];
}

/** `#16 Write the blog, Fri 6 Mar 2020`, `RC1 of Kyma 1.10, Thu 20 Feb 2020: run your manual tests on it`. */
function todoWords(todo: Todo, isTeam: boolean, isAlone: boolean): string {
  if (todo.kind === 'task') {
    const { task, number, overdue } = todo;
    const link = number === undefined ? '' : `#${number} `;
    return `${link}${escapeMarkdown(shorten(task.title, LONGEST_TITLE))}, ${overdue ? '**overdue** since ' : ''}${dayWords(task.due)}${clockWords(task.clock)}`;
  }
  if (todo.kind === 'ask') return todo.text;
  const { milestone, release } = todo.notice;
  const of = isAlone ? '' : ` of ${escapeMarkdown(shorten(release.title, LONGEST_TITLE))}`;
  const action = isTeam ? teamAction(milestone, release, codeSpan) : '';
  const { day, last } = noticeEnd(milestone, release.version);
  const when = last === undefined ? dayWords(day) : spanWords(day, last);
  return `${titleOf(milestone)}${of}, ${when}${action === '' ? '' : `: ${action}`}`;
}
