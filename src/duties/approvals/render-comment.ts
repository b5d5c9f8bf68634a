// The words of a comment on a pull request: what it blocks, by when, who can unblock it and why them.
import { type Instant, formatInstant } from '../../domain/day.ts';
import type { Milestone, Release } from '../../domain/release.ts';
import { codeSpan, escapeMarkdown } from '../../text/escape-markdown.ts';
import { mention, mentionTeam } from '../../text/mention.ts';
import { shorten } from '../../text/shorten.ts';
import { countWords, dayWords } from '../../text/words.ts';
import type { Source } from './groups.ts';
import type { ApprovalsInput } from './input.ts';
import { includesName, kindOf, sameName } from './names.ts';
import type { Ask, Pending } from './pending.ts';
import { toldLine } from './told.ts';
import type { Fault, Judged } from './verdict.ts';
import { ownZone } from './zones.ts';

/** Longest list of people, rules or checks; the rest is counted. */
const MOST = 10;
const LONGEST_NAME = 120;

/** What a comment is written from. */
export interface CommentInput {
  readonly judged: Judged;
  readonly release: Release;
  /** Who is, or was, mentioned by this very comment. */
  readonly told: readonly string[];
  readonly input: ApprovalsInput;
}

/** The comment in full, while approvers have to act. */
export function renderWaiting(comment: CommentInput, pending: Pending): string {
  const { pull, deadline } = comment.judged;
  const leads = pending.asks.flatMap((ask) => leadLine(ask, comment));
  return [
    toldLine(comment.told),
    headline(comment),
    listed([...pending.asks.map((ask) => askLine(ask, comment)), ...leads]),
    missing(pending, pull.decision === 'none'),
    others(pending.others),
    pull.filesComplete ? '' : 'GitHub lists only a part of the changed files, so there may be more owners.',
    deadline === undefined ? '' : ABOUT,
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

/** The comment that tells the author what stands in the way. */
export function renderToAuthor(comment: CommentInput, fault: Fault): string {
  const { pull } = comment.judged;
  return [
    toldLine(comment.told),
    `${named(pull.author.login, comment)}, ${faultWords(fault)}. Approvers are asked once this is mended.`,
    headline(comment),
    ABOUT,
  ].join('\n\n');
}

/** One line, once nobody has to be reminded here. */
export function renderShort({ judged, release, told }: CommentInput): string {
  return `${toldLine(told)}\n\n${shortWords(judged, release)}`;
}

const ABOUT = `This text is kept up to date. The label ${codeSpan('relcomms/quiet')} ends the reminders.`;

function headline({ judged, release }: CommentInput): string {
  const { deadline } = judged;
  if (deadline === undefined) return `**Needs approval for ${title(release.title)}.** No deadline is left.`;
  const where = placeWords(deadline);
  const what = deadline.id === 'release' ? '' : `${title(deadline.title)} of `;
  return `**Needs approval for ${what}${title(release.title)} by ${dayWords(deadline.day)}**, end of the day ${where}.`;
}

/** The zone in which the day ends, and the instant in UTC. */
function placeWords({ deadline, zone }: Milestone): string {
  if (zone === 'UTC') return 'UTC';
  const where = zone === 'AoE' ? 'anywhere on earth' : `in ${zone}`;
  return `${where} (${clockWords(deadline, 'UTC')} UTC)`;
}

/** `Tue 3 Nov 18:00`; the end of a day is 24:00 of that day, not 00:00 of the next. */
function clockWords(at: Instant, zone: string): string {
  if (formatInstant(at, zone, 'HH:mm') !== '00:00') return formatInstant(at, zone, 'ddd D MMM HH:mm');
  return `${formatInstant((at - 60_000) as Instant, zone, 'ddd D MMM')} 24:00`;
}

function askLine(ask: Ask, comment: CommentInput): string {
  const { judged, input } = comment;
  const why = ask.sources.slice(0, MOST).map((source) => sourceWords(source));
  const more = ask.sources.length > MOST ? [`and ${ask.sources.length - MOST} more rules`] : [];
  const files =
    ask.files === 0 ? [] : [`${ask.files} of ${countWords(judged.pull.files.length, 'changed file')}`];
  const team = kindOf(ask.name) === 'team' ? ' (anybody of the team)' : '';
  return `${named(ask.name, comment)}${team}: ${[...why, ...more, ...files].join(', ')}${ownTime(ask.name, judged.deadline, input)}`;
}

/** The lead of a team stands here when the last reminder told them. */
function leadLine({ name, lead }: Ask, comment: CommentInput): string[] {
  if (lead === undefined || sameName(lead, name) || !includesName(comment.told, lead)) return [];
  return [
    `${named(lead, comment)}: leads ${escapeMarkdown(name)}${ownTime(lead, comment.judged.deadline, comment.input)}`,
  ];
}

function sourceWords(source: Source): string {
  switch (source.kind) {
    case 'owners':
      return `owner of ${code(source.pattern)} (line ${source.line} of ${code(source.path)})`;
    case 'team':
      return `answers for the paths of ${code(source.id)}`;
    case 'request':
      return 'was asked for a review';
  }
}

/** The deadline on the reader's own clock, where it shows another time than the headline. */
function ownTime(name: string, deadline: Milestone | undefined, input: ApprovalsInput): string {
  const zone = ownZone(name, input);
  if (deadline === undefined || zone === undefined || zone === deadline.zone) return '';
  return `. In ${zone} that is ${clockWords(deadline.deadline, zone)}`;
}

function missing({ asks }: Pending, noRule: boolean): string {
  if (noRule) return 'Missing: one approval. No rule of the branch asks for more.';
  return asks.length === 1
    ? 'Missing: this approval.'
    : `Missing: an approval by each of these ${asks.length}.`;
}

function others(names: readonly string[]): string {
  return names.length === 0 ? '' : `Others who could approve: ${enumerated(names.map(escapeMarkdown))}.`;
}

function faultWords(fault: Fault): string {
  switch (fault.kind) {
    case 'checks':
      return `required checks fail: ${enumerated(fault.names.map(code))}`;
    case 'conflict':
      return `this conflicts with ${code(fault.base)}`;
    case 'changes':
      return fault.by.length === 0
        ? 'changes were requested'
        : `changes were requested by ${enumerated(fault.by.map(escapeMarkdown))}`;
  }
}

function shortWords({ verdict, deadline }: Judged, release: Release): string {
  const what =
    deadline === undefined ? title(release.title) : `${title(deadline.title)} of ${title(release.title)}`;
  switch (verdict.kind) {
    case 'approved':
      return `Approved for ${what}.`;
    case 'with-author':
      return `With its author: ${faultWords(verdict.fault)}.`;
    case 'left':
      return verdict.because === 'draft'
        ? 'A draft: nobody is reminded until it is ready for review.'
        : 'Nobody is reminded here any more.';
    case 'nobody':
      return `Needs approval for ${what}. Nobody was asked yet, and no rule names an owner: ask somebody for a review.`;
    case 'gone':
    case 'unrelated':
    case 'unknown':
    case 'waiting':
      return 'Nobody is reminded here any more.';
  }
}

/** Live only for those whom this comment tells: an edit must never add a mention. */
function named(name: string, { told }: CommentInput): string {
  if (!includesName(told, name)) return escapeMarkdown(name);
  return kindOf(name) === 'team' ? mentionTeam(name) : mention(name);
}

function listed(lines: readonly string[]): string {
  const more = lines.length > MOST ? [`- and ${lines.length - MOST} more`] : [];
  return [...lines.slice(0, MOST).map((line) => `- ${line}`), ...more].join('\n');
}

function enumerated(words: readonly string[]): string {
  const more = words.length > MOST ? [`and ${words.length - MOST} more`] : [];
  return [...words.slice(0, MOST), ...more].join(', ');
}

function title(text: string): string {
  return escapeMarkdown(shorten(text, LONGEST_NAME));
}

function code(text: string): string {
  return codeSpan(shorten(text, LONGEST_NAME));
}
