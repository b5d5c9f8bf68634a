// Sends a message once: says so before, sends, and keeps the receipt.
import { MESSAGES_RECORD } from '../../memory/messages-record.ts';
import { isDeepStrictEqual } from 'node:util';
import type { Notice, OutsideNotice } from '../../domain/notice.ts';
import type { SendNotice } from '../../domain/log-operation.ts';
import { type Channels, MOST_TRIES, type OutboxRow } from '../../domain/outbox.ts';
import { targetId } from '../../memory/notice-id.ts';
import { keyId, readOutboxRow } from '../../memory/outbox-row.ts';
import { failureWords, isLimit } from '../failure.ts';
import { isHeld } from '../held.ts';
import { putClaim, putReceipt } from './outbox-place.ts';
import type { Written } from '../../domain/outcome.ts';
import { postDiscussion } from './post-discussion.ts';
import { readRows } from './put-row.ts';
import { updateDiscussion } from './update-discussion.ts';
import type { OutboxPlace } from './record-place.ts';
import { type World, holdBack, resolveIssue } from './world.ts';

/** Another try would not change the words, either; https://docs.slack.dev/reference/methods/chat.update */
const FINAL = new Set(['cant_update_message', 'edit_window_closed']);

/**
 * The claim is written before the message and the receipt after it. When the run ends in between, a later run
 * finds a claim without a receipt and sends once more, never a third time (P9).
 */
export async function sendNotice(world: World, operation: SendNotice): Promise<Written> {
  const release = holdBack(world, operation.entry);
  const written = await carryOut(world, operation);
  // What another run sends is told by that run: it may fail.
  if (written.outcome === 'done') release();
  return written;
}

async function carryOut(world: World, operation: SendNotice): Promise<Written> {
  const { channels } = world;
  const target = resolveIssue(world, operation.issue);
  if (target === undefined) return { outcome: 'not-tried', detail: 'its issue was not created' };
  if (channels === undefined)
    return { outcome: 'not-tried', detail: 'this run has no channels to send with' };
  const { record, at, spare = [] } = operation;
  if (record.commentId !== undefined) world.records.set(record.key, record.commentId);
  const place = { number: target.number, key: record.key, ...MESSAGES_RECORD, at, spare };
  return operation.update === undefined
    ? await send(world, channels, place, operation)
    : await update(world, channels, place, operation, operation.update);
}

async function send(
  world: World,
  channels: Channels,
  place: OutboxPlace,
  operation: SendNotice,
): Promise<Written> {
  const { notice, tries, words, at, tells, after = [] } = operation;
  const { number } = place;
  const isLate = (): boolean => (channels.clock?.() ?? at) >= notice.until;
  const late = { outcome: 'soft', number, detail: 'its window ended before it could be sent' } as const;
  const theirs = { outcome: 'already', number, detail: 'another run sends it' } as const;
  const missing = after.length === 0 ? [] : await channels.unreachable(after);
  if (missing.length > 0) return { outcome: 'soft', number, detail: `it waits: ${missing.join('; ')}` };
  if (isLate()) return late;
  // While nobody knows whether it went out, the days of the message before it count.
  const told = operation.seen?.tells ?? tells;
  const bound = { key: keyId(notice.key), to: targetId(notice.target) };
  const claim: OutboxRow = { claim: channels.claim, at, tries, until: notice.until, ...bound, tells: told };
  const asSeen = (row: unknown): boolean => isDeepStrictEqual(readOutboxRow(row, notice.key), operation.seen);
  if (!(await putClaim(world, place, notice.key, claim, asSeen))) return theirs;
  const begun = await isBegun(world, channels, place, operation);
  if (begun === 'theirs') return theirs;
  if (begun !== 'ours') {
    // Nothing was sent, and this try is none.
    await putReceipt(world, place, notice.key, { ...claim, failed: begun.why });
    return { outcome: 'soft', number, detail: begun.why };
  }
  // The pause, pages and the messages before it took their time.
  if (isLate()) return late;
  const outcome = leavesGitHub(notice)
    ? await channels.send(notice, operation.thread)
    : await postDiscussion(world, notice, operation.thread);
  if (outcome.kind === 'failed') {
    // Nobody knows what an uncertain one did, and nobody can be asked: it is left, and named in every report.
    const unsure = outcome.certain || isRepeatable(notice) ? {} : { unsure: true as const };
    await putReceipt(world, place, notice.key, { ...claim, ...unsure, failed: outcome.line });
    return { outcome: 'soft', number, detail: outcome.line };
  }
  return await keep(world, place, operation, { ...claim, sent: outcome.sent, words, tells }, outcome.detail);
}

/** Times that the record is asked whether the message is ours to send: GitHub may show the record as it was. */
const LOOKS = 2;

async function isBegun(
  world: World,
  channels: Channels,
  place: OutboxPlace,
  { notice: { key }, seen }: SendNotice,
): Promise<'ours' | 'theirs' | { readonly why: string }> {
  let why = 'GitHub does not show yet that the run started to send it; a later run sends it';
  for (let look = 1; look <= LOOKS; look++) {
    // oxlint-disable-next-line no-await-in-loop -- one look after the other
    await channels.settle();
    try {
      // oxlint-disable-next-line no-await-in-loop -- see above
      const standing = readOutboxRow((await readRows(world, place))[key], key);
      if (standing?.claim === channels.claim) return 'ours';
      if (!isDeepStrictEqual(standing, seen)) return 'theirs';
    } catch (error) {
      if (isHeld(error) || isLimit(error)) throw error;
      why = `the record of messages could not be read (${failureWords(error)}); a later run sends it`;
    }
  }
  return { why };
}

/**
 * New words twice are the same as once: no claim is needed. That they are about to change is noted before, since a
 * receipt that is lost would leave the record with words that stand nowhere any more.
 */
async function update(
  world: World,
  channels: Channels,
  place: OutboxPlace,
  operation: SendNotice,
  row: OutboxRow,
): Promise<Written> {
  const { notice, words } = operation;
  const { number } = place;
  if (row.sent === undefined) return { outcome: 'not-tried', number };
  const { words: before, ...changing } = row;
  if (before !== undefined) await putReceipt(world, place, notice.key, changing);
  const outcome = leavesGitHub(notice)
    ? await channels.update(notice, row.sent)
    : await updateDiscussion(world, notice, row.sent);
  // When it was sent and which days it told stays: nobody hears of new words.
  const receipt = { ...row, until: notice.until, words, failed: undefined, takenBack: undefined };
  if (outcome.kind === 'done')
    return await keep(world, place, operation, { ...receipt, sent: outcome.sent }, outcome.detail);
  const { code, line } = outcome;
  // Somebody has deleted it. Once that may be a mistake; after a second time it is their wish.
  const isGone = code === 'message_not_found';
  if (isGone && row.tries < MOST_TRIES)
    return await send(world, channels, place, { ...operation, seen: changing, tries: row.tries + 1 });
  if (isGone || FINAL.has(code)) await putReceipt(world, place, notice.key, { ...receipt, failed: line });
  return { outcome: 'soft', number, detail: line };
}

async function keep(
  world: World,
  place: OutboxPlace,
  { notice: { key }, entry }: Pick<SendNotice, 'notice' | 'entry'>,
  row: OutboxRow,
  detail: string | undefined,
): Promise<Written> {
  const { number } = place;
  try {
    await putReceipt(world, place, key, row);
    return { outcome: 'done', number, detail };
  } catch (error) {
    const why = failureWords(error);
    // It went out: its line in the log says so, and keeps a later run from sending it once more.
    world.withheld.delete(entry);
    return { outcome: 'failed', number, detail: `it was sent, but the receipt could not be kept: ${why}` };
  }
}

/** A page and a discussion are looked for before they are written: a second try is no second message. */
function isRepeatable({ target }: Notice): boolean {
  return target.kind === 'wiki' || target.kind === 'discussion';
}

function leavesGitHub(notice: Notice): notice is OutsideNotice {
  return notice.target.kind !== 'discussion';
}
