// The workbook of a release: what people changed in it is taken into the results, and what it should show.
import type { DesiredFile, Skip } from '../../domain/desired.ts';
import type { Known } from '../../domain/known.ts';
import type { BookMemory, BookThere, DesiredBook } from '../../domain/manual-book.ts';
import { type ManualResult, type Results, keyOf, runsOf } from '../../domain/manual-test.ts';
import type { Release } from '../../domain/release.ts';
import { baseAfter, sortedRows } from '../../manual-tests/merge-results.ts';
import { renderResults } from '../../manual-tests/results-file.ts';
import { readBookMemory } from '../../memory/book-memory.ts';
import { blobId } from '../../text/blob-id.ts';
import { candidatesOf } from './candidates.ts';
import { DUTY, type ManualInput } from './input.ts';
import { type TestState, resultsPath } from './known.ts';
import { bookWords, renderBook } from './render-book.ts';
import { wishes } from './render.ts';
import { takeEditions } from './take-editions.ts';

export interface SeenBook {
  /** What git calls it. */
  readonly oid: string | undefined;
  readonly url: string;
  readonly memory: BookMemory;
}

export interface TakenBook {
  readonly results: Results;
  /** Absent: the config wants none. */
  readonly book?: Known<SeenBook> | undefined;
}

/** The results with what people filled in; a cell that was changed on both sides keeps what the results say. */
export function takeBook(release: Release, state: TestState, input: ManualInput): TakenBook {
  const { results } = state;
  const there = bookThere(release, input);
  if (there?.known !== true) return { results, book: there };
  const { workbook: oid, memory: text, url, changes } = there.value;
  const ids = candidatesOf(release, input.config).map(({ id }) => id);
  const listed = { version: release.version, keys: keysOf(state, ids) };
  const taken = takeEditions({ results, memory: readBookMemory(text) }, changes, listed);
  return { results: taken.results, book: { known: true, value: { oid, url, memory: taken.memory } } };
}

/** As it was beside the very results that this run goes by. */
export function bookThere(
  release: Pick<Release, 'version'>,
  { config: { workbook, branch }, observed: { books, files } }: Pick<ManualInput, 'config' | 'observed'>,
): Known<BookThere> | undefined {
  if (!workbook) return undefined;
  const there = books.find((one) => one.branch === branch && one.folder === release.version)?.there;
  if (there === undefined) return { known: false, why: bookWords.notRead() };
  const path = resultsPath(release);
  const file = files.find((one) => one.branch === branch && one.path === path);
  if (there.known && there.value.results !== file?.oid) return { known: false, why: bookWords.moved() };
  return there;
}

function keysOf({ tests }: TestState, candidates: readonly string[]): ReadonlySet<string> {
  return new Set(
    candidates.flatMap((candidate) =>
      runsOf(tests, candidate).map(({ id }) => keyOf({ candidate, run: id })),
    ),
  );
}

/** What is still to be named: a cell is settled once both sides say the same. */
export function openCells({ memory }: Pick<SeenBook, 'memory'>, results: Results): BookMemory {
  const conflicts = memory.conflicts.filter((one) => results.get(keyOf(one))?.[one.field] !== one.other);
  return { ...memory, conflicts };
}

/** Results and workbook in one, in place of the results alone. Nothing is written before there is anything to keep. */
export function withBook(
  release: Release,
  state: TestState,
  book: TakenBook['book'],
  files: readonly DesiredFile[],
  input: ManualInput,
): (DesiredFile | DesiredBook)[] {
  if (book?.known !== true || (files.length === 0 && book.value.oid === undefined)) return [...files];
  const { message, answers, why } = files[0] ?? {
    message: wishes.commit(release.version),
    why: wishes.whyFile(),
  };
  return [
    {
      kind: 'book',
      ...wishFor(release, state, book.value, input),
      message,
      ...(answers === undefined ? {} : { answers }),
      why,
    },
  ];
}

export function bookSection(book: TakenBook['book'], { results }: Pick<TestState, 'results'>): string {
  if (book === undefined) return '';
  if (!book.known) return renderBook(book);
  const memory = openCells(book.value, results);
  return renderBook({ known: true, value: { ...book.value, memory } });
}

export function bookSkips({ version }: Pick<Release, 'version'>, book: TakenBook['book']): Skip[] {
  if (book?.known !== false) return [];
  return [{ duty: DUTY, what: bookWords.what(version), why: book.why }];
}

function wishFor(
  release: Release,
  state: TestState,
  seen: SeenBook,
  input: ManualInput,
): Pick<DesiredBook, 'folder' | 'branch' | 'results' | 'memory' | 'wish'> {
  const { results, tests } = state;
  const candidates = candidatesOf(release, input.config).map(({ id }) => id);
  const { conflicts, unread, refused } = openCells(seen, results);
  const inBook = conflicts.filter(({ isGone }) => isGone !== true);
  const base = baseFor(results, inBook);
  const wish = {
    release: release.version,
    candidates,
    tests,
    results: sortedRows(results),
    base: sortedRows(base),
    keep: [
      ...inBook.map((one) => `${keyOf(one)} ${one.field}`),
      ...unread.flatMap(({ key, isGone }) => (isGone === true ? [] : [key])),
    ],
  };
  // Rows may hold their fields in any order.
  const texts = { results: renderResults(results), base: renderResults(base) };
  const shows = blobId(JSON.stringify({ ...wish, ...texts }));
  return {
    branch: input.config.branch,
    folder: release.version,
    results: texts.results,
    memory: refused === undefined ? { shows, conflicts, unread } : { refused, conflicts, unread },
    wish,
  };
}

/** A cell in conflict goes on from what both sides began with. */
function baseFor(results: Results, conflicts: BookMemory['conflicts']): Results {
  const base = new Map<string, ManualResult>();
  for (const { candidate, run, field, before } of conflicts) {
    const key = keyOf({ candidate, run });
    base.set(key, { candidate, run, ...base.get(key), [field]: before });
  }
  const shown = conflicts.map((one) => ({ ...one, kept: undefined, other: one.other }));
  return baseAfter({ results, conflicts: shown, changed: 0 }, base);
}
