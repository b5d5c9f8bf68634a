// How much of a workbook from outside is read: what lies beyond is refused, never read in part.

/** How much of a workbook is read. 20,000 tests in three candidates have 12 MB unpacked. */
export interface BookLimits {
  readonly bytes: number;
  readonly unpacked: number;
  readonly parts: number;
  /** Columns of a sheet, and cells of the rectangle that its cells span. */
  readonly columns: number;
  readonly cells: number;
}

export const BOOK_LIMITS: BookLimits = {
  bytes: 20_000_000,
  unpacked: 150_000_000,
  parts: 500,
  columns: 500,
  cells: 3_000_000,
};
