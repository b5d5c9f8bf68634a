// The words of a comment on a pull request: what it blocks, by when, who can unblock it and why them.
import type { Release } from '../../../domain/release.ts';
import { codeSpan, escapeMarkdown } from '../../../text/escape-markdown.ts';
import { alsoLine } from '../remind/also.ts';
import type { Pending } from '../judge/pending.ts';
import { renderAlso } from './render-also.ts';
import { includesName } from '../../../people/names.ts';
import { named, renderAsks } from './render-asks.ts';
import { goalWords, headline } from './render-deadline.ts';
import { enumerated, quotedCode } from './render-quoted.ts';
import { toldLine } from '../remind/told.ts';
import type { Fault, Judged } from '../judge/verdict.ts';
import type { CommentInput } from './comment-input.ts';

/** The comment in full, while approvers have to act. */
export function renderWaiting(comment: CommentInput, pending: Pending): string {
  const { pull, deadline } = comment.judged;
  return paragraphs([
    memoryLines(comment),
    headline(comment),
    renderAsks(comment, pending),
    missing(pending, pull.decision === 'none'),
    others(pending, comment),
    pull.filesComplete ? '' : 'GitHub lists only part of the changed files, so there may be more owners.',
    renderAlso(comment),
    deadline === undefined ? '' : ABOUT,
  ]);
}

/** The comment that tells the author what stands in the way. */
export function renderToAuthor(comment: CommentInput, fault: Fault): string {
  const { pull } = comment.judged;
  return paragraphs([
    memoryLines(comment),
    `${named(pull.author.login, comment)}, ${faultWords(fault)}. After you fix this, relcomms asks the approvers.`,
    headline(comment),
    renderAlso(comment),
    ABOUT,
  ]);
}

/** One line, once nobody has to be reminded here. */
export function renderShort(comment: CommentInput): string {
  return paragraphs([memoryLines(comment), shortWords(comment.judged, comment.release)]);
}

/** Who was told what, for the next run. */
function memoryLines({ told, also }: CommentInput): string {
  return [toldLine(told), alsoLine(also)].filter((line) => line !== '').join('\n');
}

function paragraphs(parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join('\n\n');
}

const ABOUT = `relcomms keeps this comment current. To stop reminders here, comment ${codeSpan('/release mute')} or add the label ${codeSpan('relcomms/quiet')}.`;

function missing({ asks }: Pending, noRule: boolean): string {
  if (asks.length === 1) return 'Needs this approval.';
  return noRule
    ? `Needs 1 approval. Any of these ${asks.length} can give it, because the branch requires no more.`
    : `Needs an approval from each of these ${asks.length}.`;
}

function others({ others: names }: Pending, comment: CommentInput): string {
  // Whoever is mentioned has to be among those who are listed.
  const sorted = [
    ...names.filter((name) => includesName(comment.told, name)),
    ...names.filter((name) => !includesName(comment.told, name)),
  ];
  return sorted.length === 0
    ? ''
    : `Others who can approve: ${enumerated(sorted.map((name) => named(name, comment)))}.`;
}

function faultWords(fault: Fault): string {
  switch (fault.kind) {
    case 'checks':
      return `required checks fail: ${enumerated(fault.names.map(quotedCode))}`;
    case 'conflict':
      return `this conflicts with ${quotedCode(fault.base)}`;
    case 'changes':
      return fault.by.length === 0
        ? 'changes were requested'
        : `changes were requested by ${enumerated(fault.by.map(escapeMarkdown))}`;
  }
}

function shortWords({ verdict, deadline }: Judged, release: Release): string {
  const what = goalWords(release, deadline);
  switch (verdict.kind) {
    case 'approved':
      return `Approved for ${what}.`;
    case 'with-author':
      return `Its author acts next: ${faultWords(verdict.fault)}.`;
    case 'left':
      return verdict.because === 'draft'
        ? 'This is a draft: relcomms reminds nobody until it is ready for review.'
        : 'relcomms no longer sends reminders here.';
    case 'nobody':
      return `Needs approval for ${what}. No review is requested yet, and no rule names an owner: request a review.`;
    case 'gone':
    case 'unrelated':
    case 'unknown':
    case 'waiting':
      return 'relcomms no longer sends reminders here.';
  }
}
