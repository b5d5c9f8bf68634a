// One file of a release: what is known of its dates, from this look or from the last one.
import { formatOf } from '../../copies/copied-release.ts';
import type { CopiedRelease } from '../../copies/copied-release.ts';
import { type FoundDate, findDates } from '../../copies/find-dates.ts';
import { applyEdits } from '../../copies/rewrite.ts';
import { type CopyPlace, type ReadCopy, copyKey } from '../../domain/copies.ts';
import type { CopyMemory } from '../../memory/copies-memory.ts';
import { blobId } from '../../text/blob-id.ts';
import { shortHash } from '../../text/short-hash.ts';

export interface Judged {
  readonly memory: CopyMemory;
  /** The whole file with all dates right; absent: nothing is wrong, or its bytes are not known for sure. */
  readonly content?: string | undefined;
}

/** More are counted and not kept. */
const MOST_WRONG = 20;

export interface Releases {
  readonly release: CopiedRelease;
  readonly others: readonly CopiedRelease[];
}

/** What was read, judged; `entry` names the log entry of a pull request with this content. */
export function judge(place: CopyPlace, read: ReadCopy, { release, others }: Releases): Judged {
  const key = copyKey(place);
  if ('unread' in read) return { memory: { key, unread: read.unread, good: 0, wrong: [] } };
  const format = formatOf(place.path);
  const found = format && findDates(read.text, format, release, { path: place.path, others });
  if (found === undefined)
    return { memory: { key, oid: read.oid, unread: 'unreadable', good: 0, wrong: [] } };
  const wrong = found.filter(({ says, holds }) => says !== holds);
  const memory = {
    key,
    oid: read.oid,
    good: found.length - wrong.length,
    wrong: wrong.slice(0, MOST_WRONG).map(wordsOf),
  };
  // A text that was not read byte for byte is not written back.
  if (wrong.length === 0 || blobId(read.text) !== read.oid) return { memory };
  return {
    memory,
    content: applyEdits(
      read.text,
      wrong.flatMap(({ edits }) => edits),
    ),
  };
}

function wordsOf({ line, milestone, written, says, becomes }: FoundDate): CopyMemory['wrong'][number] {
  return { line, milestone, written: written.slice(0, 120), says, becomes: becomes.slice(0, 120) };
}

/** The name of one change of one file: another one is proposed anew. */
export function changeName(key: string, content: string): string {
  return shortHash([key, content], 10);
}
