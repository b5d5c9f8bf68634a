// The fact `books`: workbooks of manual tests on their branch. One is read only when people changed it.
import * as z from 'zod';
import { BOOK_FILE, BOOK_MEMORY_FILE, RESULTS_FILE } from '../../domain/manual-book.ts';
import type { BookPlace, BookThere, BranchBook, BranchHead } from '../../domain/manual-book.ts';
import type { Known } from '../../domain/known.ts';
import { readBookMemory } from '../../memory/book-memory.ts';
import { failureWords } from '../failure.ts';
import { valueAt } from '../graphql.ts';
import { sideBySide } from '../side-by-side.ts';
import { type ChangedBook, readChanges } from './book-changes.ts';
import { type FactSource, type Look, known } from './fact.ts';
import { NAME } from './name-list.ts';
import { needing } from './needing.ts';
import { type RawText, TEXT_FIELDS, textOfBlob } from './read-long-text.ts';

declare module '../../domain/observed.ts' {
  interface Observed {
    /** In the order asked for. */
    readonly books: readonly BranchBook[];
  }
}

declare module '../../domain/questions.ts' {
  interface Questions {
    readonly books?: readonly BookPlace[] | undefined;
  }
}

const PERMISSION = 'contents: read';

export const books: FactSource<'books', 'books'> = {
  question: 'books',
  facts: ['books'],
  permission: PERMISSION,
  bare: [],
  shape: z.array(z.strictObject({ branch: NAME, folder: NAME })).max(1000),
  join: (a, b) => [...a, ...b.filter((book) => !a.some((other) => isSame(book, other)))],
  // Each may be read, at three requests.
  count: (asked) => asked.length * 3,
  fields: (asked) => ({
    parts: [...(asked.length === 0 ? [] : ['bookHome: url']), ...asked.map((_, index) => partOf(index))],
    variables: Object.fromEntries(asked.flatMap(variablesOf)),
  }),
  read: async (look) => ({
    books: known(
      await sideBySide(
        look.question.map((book) => async (): Promise<BranchBook> => {
          return { ...book, there: await readOne(look, book) };
        }),
      ),
    ),
  }),
};

function isSame(a: BookPlace, b: BookPlace): boolean {
  return a.branch === b.branch && a.folder === b.folder;
}

/** All of one commit: what is written on top of it loses nothing that came in between. */
function partOf(index: number): string {
  const name = `book${index}`;
  return `${name}: ref(qualifiedName: $${name}) { target { ... on Commit { oid tree { oid }
    results: file(path: $${name}Results) { oid }
    workbook: file(path: $${name}File) { oid }
    memory: file(path: $${name}Memory) { object { ... on Blob { ${TEXT_FIELDS} } } } } } }`;
}

function variablesOf({ branch, folder }: BookPlace, index: number): [string, string][] {
  const name = `book${index}`;
  return [
    [name, `refs/heads/${branch}`],
    [`${name}Results`, `${folder}/${RESULTS_FILE}`],
    [`${name}File`, `${folder}/${BOOK_FILE}`],
    [`${name}Memory`, `${folder}/${BOOK_MEMORY_FILE}`],
  ];
}

interface RawBranch {
  readonly target: {
    readonly oid: string;
    readonly tree: { readonly oid: string };
    readonly results: { readonly oid: string } | null;
    readonly workbook: { readonly oid: string } | null;
    readonly memory: { readonly object: RawText | null } | null;
  } | null;
}

async function readOne(look: Look<'books'>, place: BookPlace): Promise<Known<BookThere>> {
  try {
    return await decode(look, place);
  } catch (error) {
    return { known: false, why: needing(failureWords(error), PERMISSION) };
  }
}

async function decode(look: Look<'books'>, place: BookPlace): Promise<Known<BookThere>> {
  const { answer, asked, github } = look;
  const index = asked.findIndex((other) => isSame(other, place));
  const url = pageOf(String(valueAt(answer, 'bookHome')), place);
  const branch = valueAt(answer, `book${index}`) as RawBranch | null;
  if (branch === null) return known({ url, changes: [] });
  const { target } = branch;
  if (target === null) return { known: false, why: 'GitHub does not show the branch' };
  const head: BranchHead = { commit: target.oid, tree: target.tree.oid };
  const text = target.memory?.object;
  const memory = text === undefined || text === null ? known(undefined) : await textOfBlob(github, text);
  if (!memory.known) return memory;
  const { workbook } = target;
  const path = `${place.folder}/${BOOK_FILE}`;
  const seen = readBookMemory(memory.value).workbook;
  const changed: ChangedBook = {
    head: head.commit,
    path,
    workbook: workbook?.oid,
    seen,
  };
  const changes = workbook?.oid === seen ? [] : await readChanges(github, changed);
  const results = target.results?.oid;
  return known({ head, results, workbook: workbook?.oid, memory: memory.value, url, changes });
}

function pageOf(home: string, { branch, folder }: BookPlace): string {
  const parts = [...branch.split('/'), ...folder.split('/'), BOOK_FILE];
  return `${home}/blob/${parts.map(encodeURIComponent).join('/')}`;
}
