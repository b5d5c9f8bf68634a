// What a look would find once results and workbook are written.
import { type BranchBook, RESULTS_FILE } from '../domain/manual-book.ts';
import type { PutBook } from '../domain/repository-operation.ts';
import { renderBookMemory } from '../memory/book-memory.ts';
import { blobId } from '../text/blob-id.ts';

/** No bytes are made in advance, so nobody knows what git will call them. */
const NOT_MADE_YET = '0'.repeat(40);

/** The file of results as it will be. */
export function resultsIn({ branch, folder, results }: PutBook) {
  return { branch, path: `${folder}/${RESULTS_FILE}`, content: results };
}

export function foreseeBook(books: readonly BranchBook[], written: PutBook): BranchBook[] {
  return books.map((book) => {
    const isIt = book.branch === written.branch && book.folder === written.folder;
    if (!isIt || !book.there.known) return book;
    const workbook = written.wish === undefined ? book.there.value.workbook : NOT_MADE_YET;
    const memory = renderBookMemory({ ...written.memory, workbook });
    const value = {
      ...book.there.value,
      results: blobId(written.results),
      workbook,
      memory,
      changes: [],
    };
    return { ...book, there: { known: true, value } };
  });
}
