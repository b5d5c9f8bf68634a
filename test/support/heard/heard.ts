// What people were sent, piece by piece: whom a line or a part of a comment mentions, and what that names.
import { type Day, type Instant, dayAt } from '../../../src/domain/day.ts';
import type { Mail, MailReason } from '../../../sandbox/mail/mail.ts';
import { mentionsIn } from '../../../sandbox/mail/mentions.ts';

/** A mail that was sent to a person by name: a mention, an assignment or a request for a review. */
export interface Heard {
  readonly to: string;
  readonly at: Instant;
  readonly on: Day;
  readonly reason: MailReason;
  readonly number: number;
  readonly subject: string;
  /** Whether one and the same piece that mentions the person holds all of these words. */
  readonly names: (...words: readonly string[]) => boolean;
}

/** What people only follow is not heard. */
export function heardOf(mails: readonly Mail[]): Heard[] {
  return mails
    .filter(({ reason }) => reason !== 'comment')
    .map(({ to, at, reason, number, subject, body }) => {
      const pieces = piecesOf(body).filter((piece) =>
        mentionsIn(piece).some((name) => name.toLowerCase() === to.toLowerCase()),
      );
      // A number at the end of a line is a number, too.
      const named = pieces.map((piece) => `${piece} `.replaceAll('\n', ' '));
      const when = Date.parse(at) as Instant;
      return {
        to,
        at: when,
        on: dayAt(when, 'UTC'),
        reason,
        number,
        subject,
        names: (...words) => named.some((piece) => words.every((word) => piece.includes(word))),
      };
    });
}

/** A comment is of parts; in those that list what each person has to do, a line is a piece. */
function piecesOf(body: string): string[] {
  return body
    .split('\n---\n')
    .flatMap((part) =>
      part.includes('**To do**') || part.includes(' has started') ? part.split('\n') : [part],
    );
}
