// Compares results and their workbook with what is on the branch.
import type { BookThere, BranchBook, DesiredBook } from '../domain/manual-book.ts';
import type { Operation } from '../domain/operation.ts';
import { readBookMemory, renderBookMemory } from '../memory/book-memory.ts';
import { blobId } from '../text/blob-id.ts';

export function diffBook(duty: string, desired: DesiredBook, books: readonly BranchBook[]): Operation[] {
  const { kind: _, wish, ...book } = desired;
  const there = books.find(({ branch, folder }) => branch === book.branch && folder === book.folder)?.there;
  if (there?.known !== true) return [];
  const isBookDue = book.memory.refused === undefined && !isShown(desired, there.value);
  const memory = renderBookMemory({ ...book.memory, workbook: there.value.workbook });
  if (!isBookDue && there.value.results === blobId(book.results) && there.value.memory === memory) return [];
  const { head, workbook } = there.value;
  const seen = { head, workbook };
  return [{ kind: 'put-book', ...book, ...(isBookDue ? { wish } : {}), seen, duty }];
}

function isShown({ memory: { shows } }: DesiredBook, { workbook, memory }: BookThere): boolean {
  const before = readBookMemory(memory);
  return workbook !== undefined && before.workbook === workbook && before.shows === shows;
}
