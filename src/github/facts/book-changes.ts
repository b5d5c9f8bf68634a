// Reads the editions of a workbook that people pushed since relcomms saw it last.
import type { BookChange, BookContent } from '../../domain/manual-book.ts';
import { BOOK_LIMITS } from '../../sheet/book-limits.ts';
import { tooLarge } from '../../sheet/check-archive.ts';
import { readBook } from '../../sheet/read-book.ts';
import type { GitHub } from '../client.ts';
import { readBlob } from './read-blob.ts';

export interface ChangedBook {
  /** The commit that the branch points to. */
  readonly head: string;
  readonly path: string;
  /** What git calls the workbook in it; absent: it is deleted. */
  readonly workbook: string | undefined;
  readonly bytes: number;
  /** What git called it when relcomms saw it last; absent: nobody knows. */
  readonly seen: string | undefined;
}

/** Oldest first. Throws what GitHub said. */
export async function readChanges(
  github: GitHub,
  { workbook, bytes }: ChangedBook,
): Promise<readonly BookChange[]> {
  if (workbook === undefined) return [];
  return [{ oid: workbook, reading: await readEdition(github, workbook, bytes) }];
}

async function readEdition(github: GitHub, oid: string, bytes: number): Promise<BookContent> {
  if (bytes > BOOK_LIMITS.bytes) return { ok: false, why: tooLarge(BOOK_LIMITS) };
  const reading = await readBook(await readBlob(github, oid));
  if (!reading.ok) return reading;
  const { release, base, rows, unread } = reading;
  return { ok: true, release, base: base && [...base.values()], rows: [...rows.values()], unread };
}
