// Sends a message once: says so before, sends, and keeps the receipt.
import { isDeepStrictEqual } from 'node:util';
import type { RecordRows } from '../../domain/observed.ts';
import type { SendNotice } from '../../domain/operation.ts';
import type { Channels, OutboxRow } from '../../domain/outbox.ts';
import { readOutboxRow } from '../../text/outbox-row.ts';
import { failureWords } from '../failure.ts';
import type { Written } from './outcome.ts';
import { type RowPlace, putRow, readRows } from './put-row.ts';
import { type World, holding, resolveIssue } from './world.ts';

const TITLE = 'Messages that relcomms sent';
const ABOUT =
  'Which message went where. relcomms reads this so that nothing is sent twice; the log above tells it in words.';

/**
 * The claim is written before the message and the receipt after it. When the run ends in between, a later run
 * finds a claim without a receipt and sends once more, never a third time (P9).
 */
export function sendNotice(world: World, operation: SendNotice): Promise<Written> {
  return holding(world, operation.entry, async () => {
    const { channels } = world;
    const target = resolveIssue(world, operation.issue);
    if (target === undefined) return { outcome: 'not-tried', detail: 'its issue was not opened' };
    if (channels === undefined)
      return { outcome: 'not-tried', detail: 'this run was given no channels to send by' };
    const { record } = operation;
    if (record.commentId !== undefined) world.records.set(record.key, record.commentId);
    const place = { number: target.number, key: record.key, title: TITLE, about: ABOUT };
    return operation.update === undefined
      ? await send(world, channels, place, operation)
      : await update(world, channels, place, operation);
  });
}

async function send(
  world: World,
  channels: Channels,
  place: RowPlace,
  operation: SendNotice,
): Promise<Written> {
  const { notice, tries, words, at, tells, after = [] } = operation;
  const { key, until } = notice;
  const missing = after.length === 0 ? [] : await channels.unreachable(after);
  if (missing.length > 0)
    return { outcome: 'soft', number: place.number, detail: `it waits: ${missing.join('; ')}` };
  const claim: OutboxRow = { claim: channels.claim, at, tries, until };
  const asSeen = (row: unknown): boolean => isDeepStrictEqual(readOutboxRow(row), operation.seen);
  const theirs = { outcome: 'already', number: place.number, detail: 'another run sends it' } as const;
  if (!(await putRow(world, place, { name: key, row: claim, free: asSeen }, oldest))) return theirs;
  await channels.settle();
  const standing = readOutboxRow((await readRows(world, place))[key]);
  if (standing?.claim !== channels.claim) return theirs;
  const outcome = await channels.send(notice, operation.thread);
  if (outcome.kind === 'failed') {
    // Nobody knows what an uncertain one did: its claim stays, and a later run may send once more.
    if (outcome.certain) await keep(world, place, key, { ...claim, failed: outcome.line });
    return { outcome: 'soft', number: place.number, detail: outcome.line };
  }
  return await keepReceipt(world, place, key, { ...claim, sent: outcome.sent, words, tells }, outcome.detail);
}

/** New words twice are the same as once: no claim is needed. */
async function update(
  world: World,
  channels: Channels,
  place: RowPlace,
  { notice, update: row, words }: SendNotice,
): Promise<Written> {
  if (row?.sent === undefined) return { outcome: 'not-tried', number: place.number };
  const outcome = await channels.update(notice, row.sent);
  if (outcome.kind === 'failed') return { outcome: 'soft', number: place.number, detail: outcome.line };
  // When it was sent and which days it told stays: nobody hears of new words.
  const receipt = { ...row, until: notice.until, sent: outcome.sent, words };
  return await keepReceipt(world, place, notice.key, receipt, outcome.detail);
}

async function keepReceipt(
  world: World,
  place: RowPlace,
  key: string,
  row: OutboxRow,
  detail: string | undefined,
): Promise<Written> {
  try {
    await keep(world, place, key, row);
    return { outcome: 'done', number: place.number, detail };
  } catch (error) {
    return {
      outcome: 'failed',
      number: place.number,
      detail: `it was sent, but the receipt could not be kept: ${failureWords(error)}`,
    };
  }
}

/** What became of a message is known to nobody else. */
async function keep(world: World, place: RowPlace, name: string, row: OutboxRow): Promise<void> {
  await putRow(world, place, { name, row, free: () => true }, oldest);
}

/** Names of rows, those whose window ended first in front. */
function oldest(rows: RecordRows): string[] {
  const ends = (name: string): number => readOutboxRow(rows[name])?.until ?? 0;
  return Object.keys(rows).toSorted((a, b) => ends(a) - ends(b));
}
