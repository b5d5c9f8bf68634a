// A workbook in which people filled in cells, by the library of relcomms itself.
import { openBook, saveBook, setValue } from '../../../src/sheet/book.ts';
import { findHeadings } from '../../../src/sheet/columns.ts';
import { rowsById } from '../../../src/sheet/fill-sheet.ts';
import type { Change } from './office.ts';

export async function fillCells(
  bytes: Uint8Array,
  changes: readonly Omit<Change, 'sheet'>[],
): Promise<Uint8Array> {
  const book = await openBook(bytes);
  for (const { run, heading, value } of changes)
    for (const sheet of book.sheets) {
      const headings = findHeadings(sheet);
      const row = headings === undefined ? undefined : rowsById(sheet, headings).get(run);
      if (headings === undefined || row === undefined) continue;
      setValue(sheet, row, headings.columns.get(heading) ?? -1, value);
    }
  return await saveBook(book);
}
