// Puts one row into a record and leaves all others as they are, whatever other runs do to them.
import type { RecordRows } from '../../domain/observed.ts';
import { markerLine } from '../../text/marker.ts';
import { RECORD_LIMIT, readRecord, renderRecord } from '../../text/record.ts';
import { sendOnce } from './create-comment.ts';
import { findOwnComments } from './find-own-comments.ts';
import type { World } from './world.ts';

export interface RowPlace {
  /** Number of the issue that the record stands on. */
  readonly number: number;
  /** Key of the record's marker. */
  readonly key: string;
  /** Markdown of one line each, for people. */
  readonly title: string;
  readonly about: string;
}

/** Rows that may go when there is no room, those that may go first in front. */
export type Dispensable = (rows: RecordRows) => readonly string[];

/** Whether the row may be written over what stands there. */
export type Free = (row: unknown) => boolean;

/** Reads right before it writes; whether it wrote. Throws where GitHub refuses. */
export async function putRow(
  world: World,
  place: RowPlace,
  { name, row, free }: { readonly name: string; readonly row: unknown; readonly free: Free },
  dispensable: Dispensable,
): Promise<boolean> {
  const found = await commentOf(world, place);
  if (found === undefined) {
    if (!free(undefined)) return false;
    const text = renderRecord(place.key, { ...place, rows: { [name]: row } });
    const made = await sendOnce(world, place.number, place.key, text.slice(markerLine(place.key).length + 1));
    return made ? true : await putRow(world, place, { name, row, free }, dispensable);
  }
  const { owner, repo, request } = world.github;
  const before = await rowsOf(world, found);
  if (!free(before[name])) return false;
  const rows = { ...before, [name]: row };
  await request('PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}', {
    owner,
    repo,
    comment_id: found,
    body: fit(place, rows, name, dispensable),
  });
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

async function rowsOf({ github }: World, commentId: number): Promise<RecordRows> {
  const { owner, repo, request } = github;
  const { data } = await request('GET /repos/{owner}/{repo}/issues/comments/{comment_id}', {
    owner,
    repo,
    comment_id: commentId,
  });
  return readRecord(data.body ?? '');
}

function fit(place: RowPlace, rows: RecordRows, keep: string, dispensable: Dispensable): string {
  const left: Record<string, unknown> = { ...rows };
  let body = renderRecord(place.key, { ...place, rows: left });
  for (const name of dispensable(rows).filter((one) => one !== keep)) {
    if (body.length <= RECORD_LIMIT) break;
    delete left[name];
    body = renderRecord(place.key, { ...place, rows: left });
  }
  return body;
}
