// Answers a comment with commands on an issue of ours: one reply, one reaction, one line in the log.
import type { CommandComment, Refusal } from '../domain/command-comment.ts';
import { type Instant, dayAt } from '../domain/day.ts';
import type { Desired, DesiredComment, DesiredReaction } from '../domain/desired.ts';
import type { LedgerEntry } from '../domain/observed.ts';
import type { Release } from '../domain/release.ts';
import { keyOf } from '../text/marker.ts';
import { type LineAnswer, type Setting, carryOutComment, mayGiveOne } from './carry-out.ts';
import { type LineReply, renderCommandEntry, renderReplies } from './render-answers.ts';

/** Refusals of one person that the log lists; more of them only get their 😕. */
const MOST_REFUSALS = 5;

/** Where answers are written, and what was refused before. */
export interface Desk<A> extends Omit<Setting<A>, 'releases'> {
  readonly release: Release;
  /** Key of the issue whose log tells of all commands of the release, and what it tells so far. */
  readonly log: { readonly issue: string; readonly entries: readonly LedgerEntry[] };
  /** Of this run. */
  readonly refusals: readonly Refusal[];
  readonly now: Instant;
}

export interface Answered<A> {
  /** The place afterwards. */
  readonly at: A;
  readonly answers: readonly LineAnswer[];
  /** Key of the line in the log. */
  readonly key: string;
  readonly desired: readonly Desired[];
  /** Of this run, with this one. */
  readonly refusals: readonly Refusal[];
}

export function answerComment<A>(comment: CommandComment, start: A, desk: Desk<A>): Answered<A> {
  const { release, refusals } = desk;
  const { at, answers } = carryOutComment(comment, start, { ...desk, releases: [release] });
  const refused = answers.every((answer) => answer.refused === true);
  const { author, commentId, issue } = comment;
  const stranger = refused && isStranger(comment, at, desk);
  const key = refused
    ? refusedKey(release, stranger, author, String(commentId))
    : commandKey(release, commentId);
  const silent = stranger && refusals.some((one) => one.issue === issue && one.author === author);
  const own = { issue, release: release.version, author };
  const before = refused ? refusedBefore(author, desk) : undefined;
  return {
    at,
    answers,
    key,
    desired: silent ? [] : desiredFor(comment, answers, key, before, desk),
    refusals: refused ? [...refusals, own] : refusals,
  };
}

/** Who may give no command here and has no part in the repository: one answer to them is enough for an issue. */
function isStranger<A>(comment: CommandComment, at: A, desk: Desk<A>): boolean {
  return comment.stranger === true && !mayGiveOne(comment, at, { ...desk, releases: [desk.release] });
}

/** The key of the log line about a comment whose commands were carried out. */
export function commandKey({ version }: Pick<Release, 'version'>, commentId: number): string {
  return keyOf(version, 'command', String(commentId));
}

/** Who has no right to a command is told why once, and listed a few times: nobody can flood issue or log. */
function desiredFor<A>(
  comment: CommandComment,
  answers: readonly LineAnswer[],
  key: string,
  before: number | undefined,
  { release, log, now }: Desk<A>,
): Desired[] {
  const { author } = comment;
  const why = `${author} asked for it`;
  const replies = answers.flatMap(({ line, reply }) => (reply === undefined ? [] : [{ line, reply }]));
  const silent = replies.length === 0 || (before ?? 0) > 0;
  const text = answers.map(({ line, words }) => renderCommandEntry(author, line, words)).join('; ');
  const day = dayAt(now, release.timezone);
  return [
    ...answers.flatMap((answer) => answer.desired ?? []),
    ...(silent ? [] : [replyTo(comment, replies, key, why)]),
    reactionTo(comment, answers, key, why),
    ...((before ?? 0) >= MOST_REFUSALS
      ? []
      : [{ kind: 'entry' as const, issue: log.issue, key, day, text, why }]),
  ];
}

function replyTo(
  { author, issue }: CommandComment,
  replies: readonly LineReply[],
  key: string,
  why: string,
): DesiredComment {
  const body = renderReplies(author, replies);
  return { kind: 'comment', issue, key: `${key}/reply`, entry: key, body, isAnswer: true, why };
}

/** 👍 or 😕; what GitHub itself may refuse brings the words along in which that is told. */
function reactionTo(
  { author, commentId, number }: CommandComment,
  answers: readonly LineAnswer[],
  key: string,
  why: string,
): DesiredReaction {
  const risks = answers.flatMap(({ line, risk }) => (risk === undefined ? [] : [{ line, reply: risk }]));
  return {
    kind: 'reaction',
    commentId,
    content: answers.every((answer) => answer.good) ? '+1' : 'confused',
    entry: key,
    excuse:
      risks.length === 0 ? undefined : { number, key: `${key}/excuse`, body: renderReplies(author, risks) },
    why,
  };
}

/** In the log and in this run, on all issues of the release. */
function refusedBefore<A>(author: string, { release, log, refusals }: Desk<A>): number {
  const prefixes = [true, false].map((stranger) => refusedKey(release, stranger, author, ''));
  const logged = log.entries.filter(({ key }) => prefixes.some((prefix) => key.startsWith(prefix))).length;
  return logged + refusals.filter((one) => one.release === release.version && one.author === author).length;
}

/** A look reads from the log which strangers were refused, and asks for their right no more. */
function refusedKey({ version }: Release, stranger: boolean, author: string, rest: string): string {
  return keyOf(version, stranger ? 'stranger' : 'refused', author, rest);
}
