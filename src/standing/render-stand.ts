// The words that say where a release stands: readable without color, short, and never longer than there is room.
import type { Standing, StandingRow } from '../domain/standing.ts';
import { escapeMarkdown } from '../text/escape-markdown.ts';
import { shorten } from '../text/shorten.ts';
import { markdownTable } from '../text/table.ts';
import { IN_PLAN, andMore } from '../text/more-words.ts';
import { countWords, dayWords, distanceWords, listWords } from '../text/words.ts';
import { type KindGroup, groupsOf, sumOf, wordsFor } from './kinds.ts';
import { type Stand, type State, type TeamStand, isUnowned } from './stand.ts';
import { type Unwatched, unwatchedWords } from './unwatched.ts';

export interface StandRoom {
  /** Most lines of a list; more are counted. */
  readonly lines: number;
  /** Most characters. Lists get shorter until it fits. */
  readonly characters: number;
}

const STATES: Readonly<Record<State, string>> = {
  red: 'Red',
  amber: 'Amber',
  green: 'Green',
  unknown: 'Unknown',
  unwatched: 'Not watched',
};

const MOST_TEAMS = 20;
const LONGEST_NAME = 40;
const LONGEST_TITLE = 80;
const LONGEST_REASON = 200;
const MOST_UNWATCHED = 10;

/** All of it, as Markdown without a heading. */
export function renderStand(stand: Stand, room: StandRoom): string {
  return asRoom(room, (most) => joined([renderHeadline(stand), ...details(stand, stand.groups, most)]));
}

/** What the first screen of the tracking issue does not say: no headline, and no list of what it lists. */
export function renderDetails(stand: Stand, room: StandRoom): string {
  const onTop = new Set(stand.rows.filter(({ isOnTop }) => isOnTop === true).map(({ kind }) => kind));
  const groups = stand.groups.flatMap((one): KindGroup[] => {
    if (!onTop.has(one.kind)) return [one];
    const items = one.items.filter(({ team }) => team !== undefined);
    return items.length === 0 ? [] : [{ ...one, items }];
  });
  return asRoom(room, (most) => joined(details(stand, groups, most)));
}

/** Lists get shorter until it fits. */
function asRoom({ lines, characters }: StandRoom, write: (most: number) => string): string {
  for (let most = lines; ; most = Math.floor(most / 2)) {
    const text = write(most);
    if (text.length <= characters || most === 0) return text;
  }
}

/** `RC1`; in words where no milestone is left. */
export function gateTitle({ next }: Pick<Stand, 'next'>): string {
  return next === undefined ? 'the end of the cycle' : escapeMarkdown(shorten(next.title, LONGEST_TITLE));
}

/** `RC1, Tue 10 Nov 2026 (in 3 days)`. */
export function gateWords({ next, today }: Stand): string {
  const title = gateTitle({ next });
  return next === undefined ? title : `${title}, ${dayWords(next.day)} (${distanceWords(today, next.day)})`;
}

function details(stand: Stand, groups: readonly KindGroup[], most: number): string[] {
  return [
    teamTable(stand),
    calmTeams(stand.teams, 'green'),
    calmTeams(stand.teams, 'unknown'),
    ...groups.map((one) => group(one, stand.rows, most)),
    unknownList(stand),
    notes(stand),
  ];
}

function joined(parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join('\n\n');
}

/** One line: `**Red:** 2 blockers and 1 failing test before RC1, Tue 10 Nov 2026 (in 3 days).` */
export function renderHeadline(stand: Stand, gate = gateWords(stand)): string {
  const { state, groups, rows } = stand;
  if (state === 'green') return `**Green:** nothing that relcomms watches blocks ${gate}.`;
  if (state === 'unwatched')
    return `**Not watched:** nothing found before ${gate}, but nobody watches ${listOf(stand.unwatched)}.`;
  if (state === 'unknown')
    return `**Unknown:** nothing found before ${gate}, but not everything could be read.`;
  const items = groups.flatMap((one) => one.items);
  return `**${STATES[state]}:** ${countsOf(items, rows)} before ${gate}.`;
}

/** `2 blockers, 1 failing test and 1 overdue task`. */
export function countsOf(items: readonly Standing[], rows: readonly StandingRow[]): string {
  const counts = groupsOf(items, rows).map((own) => {
    const { one, many } = wordsFor(own, rows);
    return countWords(sumOf(own.items), one, many);
  });
  return listWords(counts);
}

/** Only teams that have something: the others share a line. */
function teamTable({ teams, rows: kinds }: Stand): string {
  const busy = teams.filter(({ items }) => items.length > 0);
  if (busy.every(({ team }) => team === undefined)) return '';
  const rows = busy
    .slice(0, MOST_TEAMS)
    .map(({ team, state, items }) => [
      team === undefined ? 'no team' : nameOf(team),
      STATES[state],
      countsOf(items, kinds),
    ]);
  const more = andMore(busy.length - MOST_TEAMS, IN_PLAN, 'teams');
  return [markdownTable(['Team', 'State', 'Why'], rows), ...more].join('\n\n');
}

function calmTeams(teams: readonly TeamStand[], wanted: State): string {
  const calm = teams.filter(({ state }) => state === wanted).flatMap(({ team }) => team ?? []);
  if (calm.length === 0) return '';
  const names = calm.slice(0, MOST_TEAMS).map(nameOf);
  const more = calm.length > MOST_TEAMS ? [`and ${calm.length - MOST_TEAMS} more`] : [];
  const title = calm.length === 1 ? 'Team' : 'Teams';
  return `**${title} (${STATES[wanted].toLowerCase()}):** ${[...names, ...more].join(', ')}`;
}

function group(one: KindGroup, rows: readonly StandingRow[], most: number): string {
  const { items } = one;
  const { title } = wordsFor(one, rows);
  const all = sumOf(items);
  const red = sumOf(items.filter(({ severity }) => severity === 'red'));
  const states = red === 0 ? 'amber' : red === all ? 'red' : `red, ${all - red} amber`;
  const count = red === 0 ? all : red;
  const shown = items.slice(0, most).map((item) => `- ${itemLine(item)}`);
  const rest = items.length - shown.length;
  const more = andMore(rest, IN_PLAN).map((words) => `- ${words}`);
  return [`**${title} (${count} ${states})**`, '', ...shown, ...more].join('\n');
}

/** A line of a list. What duties say is escaped; a break in it would end the list. */
export function itemLine(item: Standing): string {
  const team = item.team === undefined ? '' : `${nameOf(item.team)}: `;
  const owner = isUnowned(item) ? 'no owner yet' : `owner: ${item.owner}`;
  return `${team}${item.text}; ${owner}`.replaceAll(/\s+/g, ' ').trim();
}

function unknownList({ unknown }: Stand): string {
  return unknown
    .map(
      ({ title, why = '' }) =>
        `**${escapeMarkdown(title)}: unknown.** Why: ${escapeMarkdown(firstSentence(why))}`,
    )
    .join('\n\n');
}

/** What this does not tell of; the headline may have said it already. */
function notes({ later, state, unwatched }: Stand): string {
  const dates = later.map(
    ({ milestone, count }) =>
      `${count} for ${escapeMarkdown(shorten(milestone.title, LONGEST_TITLE))} (${dayWords(milestone.day)})`,
  );
  const unread = unwatched.filter(({ isUnread }) => isUnread === true);
  const off = unwatched.filter((one) => !unread.includes(one));
  return [
    ...(dates.length === 0 ? [] : [`**Later:** ${dates.join(', ')}`]),
    ...(unread.length === 0 ? [] : [`**Not known:** ${listOf(unread)}`]),
    ...(off.length === 0 || state === 'unwatched' ? [] : [`**Not watched:** ${listOf(off)}`]),
  ].join('\n\n');
}

/** `failing tests and flaky tests (1.14.0 has no branch), blockers ("report" is off)`. */
function listOf(unwatched: readonly Unwatched[]): string {
  const shown = unwatched
    .slice(0, MOST_UNWATCHED)
    .map((one) => escapeMarkdown(shorten(unwatchedWords(one), LONGEST_REASON)));
  const more = unwatched.length - shown.length;
  return [...shown, ...(more > 0 ? [`and ${more} more`] : [])].join(', ');
}

/** GitHub's messages go on with ids that are new each time: the first sentence says it, and stays the same. */
function firstSentence(why: string): string {
  return shorten(why.split(/[.!](?:\s|$)/, 1)[0] ?? '', LONGEST_REASON);
}

function nameOf(team: string): string {
  return escapeMarkdown(shorten(team, LONGEST_NAME));
}
