// Writes results and their workbook in one commit: both or neither, and never over a push that was not seen.
import {
  BOOK_FILE,
  BOOK_MEMORY_FILE,
  type BookWish,
  type BranchHead,
  RESULTS_FILE,
} from '../../domain/manual-book.ts';
import { resultsOf } from '../../domain/manual-test.ts';
import type { PutBook } from '../../domain/repository-operation.ts';
import type { Written } from '../../domain/outcome.ts';
import { renderBookMemory } from '../../memory/book-memory.ts';
import { refuseBook } from '../../sheet/check-archive.ts';
import { makeBook, refreshBook } from '../../sheet/make-book.ts';
import { readBlob } from '../facts/read-blob.ts';
import { failureWords, statusOf } from '../failure.ts';
import type { GitHub } from '../client.ts';
import { type NewFile, commitFiles, moveBranch } from './commit-files.ts';
import { type World, postpone } from './world.ts';

/** Answers to commands that it remembers wait until it is written: else the next run hears them once more. */
export async function putBook(world: World, operation: PutBook): Promise<Written> {
  const releases = (operation.answers ?? []).map((answer) => postpone(world, answer));
  const written = await put(world, operation);
  if (written.outcome === 'done') for (const release of releases) release();
  return written;
}

async function put(world: World, operation: PutBook): Promise<Written> {
  const { github } = world;
  const { branch, message } = operation;
  const files = await filesOf(github, operation);
  const head = headNow(world, operation);
  const made = await commitFiles(github, { head, message, files });
  try {
    await moveBranch(github, branch, made, head);
  } catch (error) {
    // Somebody else was first, or the branch takes no such commit.
    if (![409, 422].includes(statusOf(error) ?? 0)) throw error;
    return { outcome: 'soft', detail: `GitHub did not take it: ${failureWords(error)}` };
  }
  world.heads.set(branch, { from: operation.seen.head?.commit ?? '', to: made });
  return { outcome: 'done' };
}

/** What this run itself wrote for another release since the look was known to it. */
function headNow({ heads }: World, { branch, seen: { head } }: PutBook): BranchHead | undefined {
  const moved = heads.get(branch);
  return moved !== undefined && moved.from === (head?.commit ?? '') ? moved.to : head;
}

async function filesOf(github: GitHub, operation: PutBook): Promise<NewFile[]> {
  const { folder, results, memory, wish, seen } = operation;
  const text: NewFile = { path: `${folder}/${RESULTS_FILE}`, content: results };
  const remembered = (what: Parameters<typeof renderBookMemory>[0]): NewFile => {
    return { path: `${folder}/${BOOK_MEMORY_FILE}`, content: renderBookMemory(what) };
  };
  if (wish === undefined) return [text, remembered({ ...memory, workbook: seen.workbook })];
  const book = await bookFor(github, wish, seen.workbook);
  // The results are written all the same; the next look names the reason.
  if ('refused' in book)
    return [text, remembered({ ...memory, ...book, shows: undefined, workbook: seen.workbook })];
  const sha = await makeBlob(github, book.bytes);
  return [text, { path: `${folder}/${BOOK_FILE}`, sha }, remembered({ ...memory, workbook: sha })];
}

const NOT_KEPT =
  'The workbook could not be updated. Save it again as .xlsx, or delete it: then relcomms makes a new one.';

/** The workbook that is there with what it should show; a new one where there is none. */
async function bookFor(
  github: GitHub,
  { results, base, keep, ...wish }: BookWish,
  oid: string | undefined,
): Promise<{ readonly bytes: Uint8Array } | { readonly refused: string }> {
  const plan = { ...wish, results: resultsOf(results), base: resultsOf(base) };
  if (oid === undefined) return { bytes: await makeBook(plan) };
  const before = await readBlob(github, oid);
  const refused = await refuseBook(before);
  if (refused !== undefined) return { refused };
  try {
    return { bytes: await refreshBook(before, plan, new Set(keep)) };
  } catch {
    return { refused: NOT_KEPT };
  }
}

async function makeBlob({ request, owner, repo }: GitHub, bytes: Uint8Array): Promise<string> {
  const content = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64');
  const { data } = await request('POST /repos/{owner}/{repo}/git/blobs', {
    owner,
    repo,
    content,
    encoding: 'base64',
  });
  return data.sha;
}
