// Reads the JUnit files of a zip archive, entry by entry; nothing of it is ever written to disk.
import type { Readable } from 'node:stream';
import yauzl from 'yauzl';
import type { TestOutcome } from '../domain/test-results.ts';
import { ZIP_LIMITS, type ZipLimits } from './limits.ts';
import { mergeOutcomes } from './merge-outcomes.ts';
import { readJunit } from './read-junit.ts';
import type { JunitReading } from './reading.ts';
import { reasonWords } from './reason-words.ts';
import { placesIn } from './zip-places.ts';
import { renderRefusal } from './render-refusal.ts';

export interface ZipReading {
  readonly tests: readonly TestOutcome[];
  /** What could not be read of it, a line each, unescaped. Tests may be missing as soon as there is one. */
  readonly unread: readonly string[];
}

const UPLOAD_XML = 'Upload the XML files as an artifact of their own.';

/** Names that lead out of the archive are refused by yauzl, all kinds of them; see `validateFileName` there. */
const OPTIONS = { lazyEntries: true, strictFileNames: true, validateEntrySizes: true } as const;

/** Reads an archive from the path of a file, or from memory. An archive that is not sound gives no tests at all. */
export async function readZip(
  source: string | Uint8Array,
  limits: ZipLimits = ZIP_LIMITS,
): Promise<ZipReading> {
  let archive: yauzl.ZipFile | undefined;
  try {
    archive = await open(source);
    if (archive.entryCount > limits.entries)
      return nothing(`The archive has more than ${limits.entries} entries. ${UPLOAD_XML}`);
    return await readEntries(archive, limits);
  } catch (error) {
    return nothing(`The archive is not used: ${reasonWords(error)}. Check that it was uploaded whole.`);
  } finally {
    archive?.close();
  }
}

async function open(source: string | Uint8Array): Promise<yauzl.ZipFile> {
  if (typeof source === 'string') return await yauzl.openPromise(source, { ...OPTIONS, autoClose: false });
  const buffer = Buffer.from(source.buffer, source.byteOffset, source.byteLength);
  return await yauzl.fromBufferPromise(buffer, OPTIONS);
}

async function readEntries(archive: yauzl.ZipFile, limits: ZipLimits): Promise<ZipReading> {
  const tests: TestOutcome[] = [];
  const unread: string[] = [];
  const budget = { left: limits.total };
  const takes = placesIn(archive.fileSize);
  for await (const entry of archive.eachEntry()) {
    if (!takes(entry)) return nothing(`The archive holds entries within one another. ${UPLOAD_XML}`);
    if (!/\.xml$/i.test(entry.fileName)) continue;
    const reading = await readEntry(archive, entry, { limits, budget });
    if (budget.left < 0)
      return nothing(`The archive holds more than ${limits.total / 1_000_000} MB unpacked. ${UPLOAD_XML}`);
    if (reading.kind === 'read') for (const test of reading.tests) tests.push(test);
    // Other XML in an artifact, such as a report of coverage, is nobody's mistake.
    if (reading.kind === 'refused') unread.push(renderRefusal(entry.fileName, reading) ?? '');
    if (tests.length > limits.tests)
      return nothing(`The archive has more than ${limits.tests} tests. ${UPLOAD_XML}`);
  }
  return { tests: mergeOutcomes(tests), unread };
}

interface Bounds {
  readonly limits: ZipLimits;
  /** Bytes that may still be unpacked, over all entries. */
  readonly budget: { left: number };
}

async function readEntry(
  archive: yauzl.ZipFile,
  entry: yauzl.Entry,
  { limits, budget }: Bounds,
): Promise<JunitReading> {
  if (entry.isEncrypted())
    return { kind: 'refused', message: 'is encrypted', fix: 'Upload it without a password.' };
  if (!entry.canDecodeFileData())
    return { kind: 'refused', message: 'is packed in a way that is not known', fix: UPLOAD_XML };
  const stream = await archive.openReadStreamPromise(entry);
  try {
    return await readJunit(counted(stream, budget), limits);
  } catch (error) {
    return {
      kind: 'refused',
      message: `can't be unpacked (${reasonWords(error)})`,
      fix: 'Upload it again.',
    };
  } finally {
    stream.destroy();
  }
}

/** Counts what really comes out: the sizes in the archive are claims. */
async function* counted(stream: Readable, budget: Bounds['budget']): AsyncGenerator<Uint8Array> {
  for await (const bytes of stream as AsyncIterable<Uint8Array>) {
    budget.left -= bytes.length;
    if (budget.left < 0) throw new Error('too much');
    yield bytes;
  }
}

function nothing(why: string): ZipReading {
  return { tests: [], unread: [why] };
}
