// Makes the workbook of a release, new or from the one that people have filled in.
import type { Results, TestRun } from '../domain/manual-test.ts';
import { readBase, renderBase } from './base-sheet.ts';
import { type Book, type Sheet, absoluteRange, openBook, saveBook, writeBook } from './book.ts';
import { findHeadings } from './columns.ts';
import { type Counted, fillSummary } from './fill-summary.ts';
import { fillSheet, rowsById } from './fill-sheet.ts';
import { type BookPlan, runsByComponent } from './plan-book.ts';
import { BASE, SUMMARY, sheetNames } from './sheet-names.ts';

/** A new workbook. The same plan gives the same bytes. */
export async function makeBook(plan: BookPlan): Promise<Uint8Array> {
  const book: Book = { sheets: [] };
  fillBook(book, plan, new Set());
  return await writeBook({ ...book, title: `Manual tests of ${plan.release}` });
}

/** The workbook that people changed, with what is recorded; `keep` are cells that stay as they are, by `cellKey`. */
export async function refreshBook(
  bytes: Uint8Array,
  plan: BookPlan,
  keep: ReadonlySet<string> = new Set(),
): Promise<Uint8Array> {
  const book = await openBook(bytes);
  fillBook(book, plan, keep);
  return await saveBook(book);
}

function fillBook(book: Book, plan: BookPlan, keep: ReadonlySet<string>): void {
  const base = readBase(book.sheets);
  const components = runsByComponent(plan);
  const names = sheetNames([...components.keys()]);
  const listed = base?.runs ?? new Set<string>();
  const summary = sheetOf(book, SUMMARY);
  for (const [component, name] of names)
    fillSheet(sheetOf(book, name), { plan, runs: components.get(component) ?? [], listed, keep });
  // Sheets of components that have no test any more: their rows are marked, nothing is deleted.
  for (const sheet of book.sheets.filter(({ name }) => ![...names.values(), SUMMARY, BASE].includes(name)))
    if (holdsListed(sheet, listed)) fillSheet(sheet, { plan, runs: [], listed, keep });
  fillSummary(summary, plan, countedSheets(book, names, components));
  const runs = new Set([...components.values()].flatMap((own) => own.map(({ id }) => id)));
  putBase(
    book,
    renderBase({
      release: plan.release,
      results: plan.base ?? listedResults(plan.results, runs),
      runs: new Set([...listed, ...runs]),
    }),
  );
  nameFilters(book);
}

/** The base holds what the workbook shows, and nothing of tests that it never listed. */
function listedResults(results: Results, runs: ReadonlySet<string>): Results {
  return new Map([...results].filter(([, { run }]) => runs.has(run)));
}

function sheetOf(book: Book, name: string): Sheet {
  const found = book.sheets.find((sheet) => sheet.name.toLowerCase() === name.toLowerCase());
  if (found !== undefined) return found;
  const sheet: Sheet = { name, rows: [] };
  const hidden = book.sheets.findIndex((one) => one.name === BASE);
  book.sheets.splice(hidden < 0 ? book.sheets.length : hidden, 0, sheet);
  return sheet;
}

function holdsListed(sheet: Sheet, listed: ReadonlySet<string>): boolean {
  const headings = findHeadings(sheet);
  return headings !== undefined && [...rowsById(sheet, headings).keys()].some((id) => listed.has(id));
}

function countedSheets(
  book: Book,
  names: ReadonlyMap<string, string>,
  components: ReadonlyMap<string, readonly TestRun[]>,
): readonly Counted[] {
  return book.sheets.flatMap((sheet) => {
    const [component] = [...names].find(([, name]) => name.toLowerCase() === sheet.name.toLowerCase()) ?? [];
    const headings = component === undefined ? undefined : findHeadings(sheet);
    if (component === undefined || headings === undefined) return [];
    const last = [...rowsById(sheet, headings).values()].reduce(
      (most, row) => Math.max(most, row),
      headings.row + 1,
    );
    return [{ component, name: sheet.name, headings, last, runs: components.get(component) ?? [] }];
  });
}

function putBase(book: Book, base: Sheet): void {
  const at = book.sheets.findIndex(({ name }) => name === BASE);
  if (at < 0) book.sheets.push(base);
  else book.sheets[at] = base;
}

const FILTER = '_xlnm._FilterDatabase';

/** LibreOffice shows a filter only where this name covers it. */
function nameFilters(book: Book): void {
  const filtered = book.sheets.filter(({ autoFilter }) => autoFilter !== undefined);
  const names = filtered.map(({ name, autoFilter }) => ({
    name: FILTER,
    // People's own sheets are named as they like; an apostrophe in a name is doubled.
    range: `'${name.replaceAll("'", "''")}'!${absoluteRange(autoFilter?.range ?? '')}`,
    scope: name,
  }));
  book.namedRanges = [...(book.namedRanges ?? []).filter(({ name }) => name !== FILTER), ...names];
}
