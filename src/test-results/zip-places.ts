// Where the entries of a zip archive lie: each has bytes of its own, so all of them are never more than the file.

/** What an archive says of an entry. */
export interface Placed {
  /** Byte of the file at which the entry begins. */
  readonly relativeOffsetOfLocalHeader: number;
  /** Bytes of its packed content. */
  readonly compressedSize: number;
}

/** Bytes of the header before the name of an entry (APPNOTE 4.3.7); the name itself is not counted. */
const HEADER = 30;

/**
 * A function that takes one entry after the other, and answers false for one that has a byte in common with an earlier
 * one or reaches beyond the file. A packed entry could otherwise be unpacked a thousand times.
 */
export function placesIn(fileSize: number): (entry: Placed) => boolean {
  const begins: number[] = [];
  const ends: number[] = [];
  return ({ relativeOffsetOfLocalHeader: begin, compressedSize }) => {
    const end = begin + HEADER + compressedSize;
    if (!(begin >= 0 && end <= fileSize)) return false;
    const at = firstBehind(begins, begin);
    if ((ends[at - 1] ?? 0) > begin || (begins[at] ?? Infinity) < end) return false;
    begins.splice(at, 0, begin);
    ends.splice(at, 0, end);
    return true;
  };
}

/** Index of the first of the sorted numbers that is not below the given one. */
function firstBehind(sorted: readonly number[], number: number): number {
  let [from, to] = [0, sorted.length];
  while (from < to) {
    const middle = Math.floor((from + to) / 2);
    if ((sorted[middle] ?? Infinity) < number) from = middle + 1;
    else to = middle;
  }
  return from;
}
