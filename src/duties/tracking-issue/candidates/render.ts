// The words about candidates: the line in the tracking issue, the comment for the release leads, and the answer to the command.
import type { Release } from '../../../domain/release.ts';
import { sumOf } from '../../../standing/kinds.ts';
import { countsOf, itemLine } from '../../../standing/render-stand.ts';
import { escapeMarkdown } from '../../../text/escape-markdown.ts';
import { mention } from '../../../text/mention.ts';
import { IN_PLAN, andMore } from '../../../text/more-words.ts';
import { countWords, dayWords } from '../../../text/words.ts';
import type { Blocked } from './state.ts';

/** Longest list of what blocks a candidate; the rest is counted. */
const LIST_LIMIT = 10;

export const render = {
  /** One line for the first screen. */
  line: (blocked: Blocked, release: Release) => {
    const name = nameOf(blocked);
    if (blocked.items.length > 0)
      return `**${name} is blocked:** ${counts(blocked)}. ${nextWords(blocked, release)}`.trim();
    if (blocked.isUnknown)
      return `**${name}:** not everything could be read, so nobody knows whether it passed.`;
    if (blocked.open > 0)
      return `**${name}:** ${countWords(blocked.open, 'task')} of it ${blocked.open === 1 ? 'is' : 'are'} open; nothing else blocks it.`;
    return `**${name} passed:** nothing blocks it, so release day stays.`;
  },
  comment: (blocked: Blocked, release: Release, people: readonly string[]) =>
    [
      `${people.length === 0 ? '' : `${people.map(mention).join(', ')}: `}**${nameOf(blocked)} of ${escapeMarkdown(release.title)} is blocked** by ${counts(blocked)}.`,
      list(blocked),
      nextWords(blocked, release),
    ]
      .filter((part) => part !== '')
      .join('\n\n'),
  entry: (blocked: Blocked) => `Said that ${nameOf(blocked)} is blocked: ${counts(blocked)}`,
  why: () => 'the last candidate is over, and something blocks it',
  /** What is written into the config beside the new days, where nobody gives a reason. Plain text. */
  because: (blocked: Blocked) =>
    blocked.items.length === 0 ? undefined : `${nameOf(blocked)} has ${counts(blocked)}`,
  /** Below the table of the pull request. */
  blocks: (blocked: Blocked) =>
    blocked.items.length === 0 ? '' : `**What blocks ${nameOf(blocked)}:**\n\n${list(blocked)}`,
  answer: (blocked: Blocked, release: Release) => {
    const { next, items } = blocked;
    const opens = next === undefined ? '' : `The pull request opens ${dated(blocked, release)}.`;
    if (items.length === 0) return `${opens} Nothing that relcomms watches blocks ${nameOf(blocked)}.`;
    return [
      `${opens} ${counts(blocked)} ${sumOf(items) === 1 ? 'blocks' : 'block'} ${nameOf(blocked)}:`,
      list(blocked),
    ].join('\n\n');
  },
  first: () => 'The pull request opens RC1.',
};

/** One line each, for a command that is not carried out. */
export const refuse = {
  none: () => 'This release has no `candidates` in the config, so there is no next one.',
  undated: () => 'The last candidate has no day yet. Give it one with `/release slip`.',
  noDay: (forms: string) => `Write: /release candidate DAY because REASON. A day is ${forms}.`,
  ahead: ({ last, next }: Blocked) =>
    `${nameOf({ last })} is still ahead, on ${dayWords(last.day)}. To move it, write \`/release slip ${last.id} DAY\`. To add RC${next?.number ?? ''} now, write its day: \`/release candidate DAY\`.`,
  early: ({ last }: Blocked) => `The next candidate comes after ${nameOf({ last })}, ${dayWords(last.day)}.`,
  past: () => 'That day is past. Write one that is still to come.',
};

function counts({ items, rows }: Blocked): string {
  return countsOf(items, rows);
}

function nameOf({ last }: Pick<Blocked, 'last'>): string {
  return `RC${last.candidate}`;
}

/** What the command would do. */
function nextWords(blocked: Blocked, release: Release): string {
  return blocked.next === undefined ? '' : `\`/release candidate\` opens ${dated(blocked, release)}.`;
}

/** `RC3 on Mon 16 Mar 2026; release day moves from Thu 12 Mar 2026 to Thu 19 Mar 2026`. */
function dated({ next }: Blocked, release: Release): string {
  if (next === undefined) return '';
  const day =
    next.release === release.release
      ? `release day stays ${dayWords(release.release)}`
      : `release day moves from ${dayWords(release.release)} to ${dayWords(next.release)}`;
  return `RC${next.number} on ${dayWords(next.day)}; ${day}`;
}

function list({ items }: Blocked): string {
  const shown = items.slice(0, LIST_LIMIT).map((item) => `- ${itemLine(item)}`);
  return [...shown, ...andMore(items.length - LIST_LIMIT, IN_PLAN).map((more) => `- ${more}`)].join('\n');
}
