// Reads the editions of a workbook that people pushed since relcomms saw it last: one may have replaced another unseen.
import type { BookChange, BookContent } from '../../domain/manual-book.ts';
import { BOOK_LIMITS } from '../../sheet/book-limits.ts';
import { tooLarge } from '../../sheet/check-archive.ts';
import { readBook } from '../../sheet/read-book.ts';
import type { GitHub } from '../client.ts';
import { queryRepository, valueAt } from '../graphql.ts';
import { readBlob } from './read-blob.ts';

export interface ChangedBook {
  /** The commit that the branch points to. */
  readonly head: string;
  readonly path: string;
  /** What git calls the workbook in it; absent: it is deleted. */
  readonly workbook: string | undefined;
  /** What git called it when relcomms saw it last; absent: nobody knows. */
  readonly seen: string | undefined;
}

/** Commits that are looked through for editions: with more between two runs, the oldest are not seen. */
const MOST_COMMITS = 50;

interface Edition {
  readonly oid: string;
  readonly bytes: number;
  readonly by?: string | undefined;
}

/** Oldest first, the newest of each person. Throws what GitHub said. */
export async function readChanges(github: GitHub, changed: ChangedBook): Promise<readonly BookChange[]> {
  const editions = newestOfEach(await editionsSince(github, changed), changed);
  const changes: BookChange[] = [];
  for (const edition of editions.toReversed()) {
    // oxlint-disable-next-line no-await-in-loop -- each may have 20 MB
    changes.push({ oid: edition.oid, by: edition.by, reading: await readEdition(github, edition) });
  }
  return changes;
}

/** Newest first. A person's own later edition stands for the earlier one; the one that is there now always counts. */
function newestOfEach(editions: readonly Edition[], { workbook }: ChangedBook): Edition[] {
  return editions.filter(({ oid, by }, index) => {
    if (oid === workbook) return editions.findIndex((one) => one.oid === oid) === index;
    const later = editions.slice(0, index);
    return !later.some((one) => one.oid === oid || (by !== undefined && one.by === by));
  });
}

interface RawCommit {
  readonly author: {
    readonly email?: string | null;
    readonly user?: { readonly login: string } | null;
  } | null;
  readonly file: { readonly oid: string; readonly object: { readonly byteSize?: number } | null } | null;
}

/** Newest first, down to the one that relcomms saw last. Where nobody knows which that was, only the newest. */
async function editionsSince(
  github: GitHub,
  { head, path, seen, workbook }: ChangedBook,
): Promise<Edition[]> {
  const query = `query RelcommsBookEditions($owner: String!, $name: String!, $head: GitObjectID!, $path: String!) {
  repository(owner: $owner, name: $name) {
    editions: object(oid: $head) { ... on Commit { history(first: ${seen === undefined ? 1 : MOST_COMMITS}, path: $path) {
      nodes { author { email user { login } } file(path: $path) { oid object { ... on Blob { byteSize } } } }
    } } }
  }
}`;
  const answer = await queryRepository(github, query, { head, path });
  const { history } = valueAt(answer, 'editions') as {
    readonly history: { readonly nodes: readonly RawCommit[] };
  };
  const end = history.nodes.findIndex(({ file }) => file !== null && file.oid === seen);
  const since = end < 0 ? history.nodes : history.nodes.slice(0, end);
  const found = since.flatMap(({ author, file }): Edition[] => {
    const by = author?.user?.login ?? author?.email ?? undefined;
    return file === null ? [] : [{ oid: file.oid, bytes: file.object?.byteSize ?? 0, by }];
  });
  // A merge may have brought it in without a commit of its own.
  if (workbook === undefined || found.some(({ oid }) => oid === workbook)) return found;
  return [{ oid: workbook, bytes: 0 }, ...found];
}

async function readEdition(github: GitHub, { oid, bytes }: Edition): Promise<BookContent> {
  if (bytes > BOOK_LIMITS.bytes) return { ok: false, why: tooLarge(BOOK_LIMITS) };
  const reading = await readBook(await readBlob(github, oid));
  if (!reading.ok) return reading;
  const { release, base, rows, unread } = reading;
  return { ok: true, release, base: base && [...base.values()], rows: [...rows.values()], unread };
}
