// Puts one row into a record and leaves all others as they are, whatever other runs do to them.
import type { RecordRows } from '../../domain/observed.ts';
import { markerLine } from '../../text/marker.ts';
import { RECORD_LIMIT, readRecord, renderRecord } from '../../memory/record.ts';
import { sendOnce } from './send-once.ts';
import { findOwnComments } from './find-own-comments.ts';
import { readOwnComment } from './read-own-comment.ts';
import type { RowPlace } from './record-place.ts';
import { type World, know } from './world.ts';

export interface PutRow {
  readonly name: string;
  readonly row: unknown;
  /** Whether the row may be written over what stands there. */
  readonly free: (row: unknown) => boolean;
  /** The other rows as they have to be; most often as they are. */
  readonly others: (rows: RecordRows) => RecordRows;
  /** Rows that go, or become lighter, when there is no room: in that order. */
  readonly lighten: (rows: RecordRows) => readonly { readonly name: string; readonly row?: unknown }[];
  /** Characters that are left free for later. */
  readonly reserve: number;
}

/** GitHub takes 65,536 characters; what comes to a full record in the same moment needs some. */
const MOST = RECORD_LIMIT + 5_000;

/** Reads right before it writes; whether it wrote. Throws where GitHub refuses, and when the record is full. */
export async function putRow(world: World, place: RowPlace, put: PutRow): Promise<boolean> {
  const found = await commentOf(world, place);
  if (found === undefined) {
    if (!put.free(undefined)) return false;
    const text = renderRecord(place.key, { ...place, rows: { ...put.others({}), [put.name]: put.row } });
    const made = await sendOnce(world, place.number, place.key, text.slice(markerLine(place.key).length + 1));
    return made ? true : await putRow(world, place, put);
  }
  const { owner, repo, request } = world.github;
  const before = await rowsOf(world, found);
  if (!put.free(before[put.name])) return false;
  const body = fit(place, { ...put.others(before), [put.name]: put.row }, put);
  await request('PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}', {
    owner,
    repo,
    comment_id: found,
    body,
  });
  know(world, found, body);
  return true;
}

/** What the record says now; empty when it is not there. */
export async function readRows(world: World, place: RowPlace): Promise<RecordRows> {
  const found = await commentOf(world, place);
  return found === undefined ? {} : await rowsOf(world, found);
}

async function commentOf(world: World, { number, key }: RowPlace): Promise<number | undefined> {
  const known = world.records.get(key);
  if (known !== undefined) return known;
  const [first] = await findOwnComments(world, number, key);
  if (first !== undefined) world.records.set(key, first);
  return first;
}

/** Rows that somebody else put there count for nothing: the next write puts ours back. */
async function rowsOf(world: World, commentId: number): Promise<RecordRows> {
  const { text } = await readOwnComment(world, commentId);
  return readRecord(text);
}

function fit(place: RowPlace, rows: RecordRows, { name: keep, lighten, reserve }: PutRow): string {
  const left: Record<string, unknown> = { ...rows };
  let body = renderRecord(place.key, { ...place, rows: left });
  for (const { name, row } of lighten(rows).filter((one) => one.name !== keep)) {
    if (body.length <= RECORD_LIMIT) break;
    if (row === undefined) delete left[name];
    else left[name] = row;
    body = renderRecord(place.key, { ...place, rows: left });
  }
  if (body.length > MOST - reserve)
    throw new Error(`the record of messages is full: all of its ${Object.keys(left).length} rows are needed`);
  return body;
}
