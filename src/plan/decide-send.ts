// Whether a message has to be sent, sent once more, given new words, or left alone.
import type { Instant } from '../domain/day.ts';
import type { Notice } from '../domain/notice.ts';
import { MOST_TRIES, type OutboxRow } from '../domain/outbox.ts';
import { targetId, wordsOf } from '../memory/notice-id.ts';

/** A run that began to send is given this long to write its receipt, in milliseconds. */
const PATIENCE = 15 * 60_000;

/** What surely did not go out is tried again after this long, in milliseconds. */
const RETRY = 6 * 3_600_000;

export type SendDecision =
  | { readonly kind: 'send'; readonly tries: number }
  | { readonly kind: 'update' }
  /** `failed` tells the line of a try that did not work; `lost` that nobody knows whether it went out. */
  | { readonly kind: 'leave'; readonly because: 'sent' | 'not-now' | 'claimed' | 'failed' | 'lost' };

/** `current`: the message follows the state of things, and its words are changed in place. */
export function decideSend(
  notice: Notice,
  row: OutboxRow | undefined,
  now: Instant,
  current: boolean,
): SendDecision {
  if (now < notice.from || now >= notice.until) return { kind: 'leave', because: 'not-now' };
  if (row === undefined) return { kind: 'send', tries: 1 };
  if (row.sent !== undefined) {
    // Words for one place never go over a message in another one.
    const isSame = row.to === undefined || row.to === targetId(notice.target);
    const changed = current && isSame && row.words !== wordsOf(notice);
    return changed ? { kind: 'update' } : { kind: 'leave', because: 'sent' };
  }
  if (row.unsure === true) return { kind: 'leave', because: 'lost' };
  if (row.failed !== undefined)
    return now - row.at < RETRY ? { kind: 'leave', because: 'failed' } : { kind: 'send', tries: row.tries };
  if (now - row.at < PATIENCE) return { kind: 'leave', because: 'claimed' };
  return row.tries < MOST_TRIES ? { kind: 'send', tries: row.tries + 1 } : { kind: 'leave', because: 'lost' };
}
