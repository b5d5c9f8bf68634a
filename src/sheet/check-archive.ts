// Looks into a workbook that came from outside before anything else does: size, parts, and what could act by itself.
import type { Readable } from 'node:stream';
import yauzl from 'yauzl';
import { placesIn } from '../test-results/zip-places.ts';
import { BOOK_LIMITS, type BookLimits } from './book-limits.ts';
import { scanPart } from './scan-part.ts';

const OPTIONS = { lazyEntries: true, strictFileNames: true, validateEntrySizes: true } as const;

const SAVE_AS =
  'Open it in your program and save it as a new .xlsx file without macros and links to other files.';

/** Why a file is not read as a workbook, with what to do; undefined when it may be read. Never throws. */
export async function refuseBook(
  bytes: Uint8Array,
  limits: BookLimits = BOOK_LIMITS,
): Promise<string | undefined> {
  if (bytes.byteLength > limits.bytes) return tooLarge(limits);
  try {
    const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const archive = await yauzl.fromBufferPromise(buffer, OPTIONS);
    return await refuseParts(archive, limits);
  } catch {
    return 'The file is not a whole .xlsx workbook. Save it again as .xlsx, without a password.';
  }
}

async function refuseParts(archive: yauzl.ZipFile, limits: BookLimits): Promise<string | undefined> {
  if (archive.entryCount > limits.parts)
    return `The workbook has more than ${limits.parts} parts. ${SAVE_AS}`;
  const takes = placesIn(archive.fileSize);
  let left = limits.unpacked;
  let isBook = false;
  for await (const entry of archive.eachEntry()) {
    const name = entry.fileName.toLowerCase();
    if (!takes(entry) || entry.isEncrypted()) return `The workbook is damaged or encrypted. ${SAVE_AS}`;
    const acts = refuseName(name);
    if (acts !== undefined) return acts;
    isBook ||= name === 'xl/workbook.xml';
    left -= entry.uncompressedSize;
    if (left < 0) return tooMuch(limits);
    const bad = await readPart(await archive.openReadStreamPromise(entry), name, limits);
    if (bad !== undefined) return bad;
  }
  return isBook ? undefined : 'The file is not an .xlsx workbook. Save it as .xlsx.';
}

/** Why a file of more bytes is not read. */
export function tooLarge({ bytes }: BookLimits): string {
  return `The file is larger than ${bytes / 1_000_000} MB. Delete sheets and pictures that are not needed.`;
}

function tooMuch({ unpacked }: BookLimits): string {
  return `The workbook has more than ${unpacked / 1_000_000} MB unpacked. Delete sheets that are not needed.`;
}

/** Parts that run code, reach for other files, or that nobody here can keep. */
function refuseName(name: string): string | undefined {
  if (/vbaproject|macrosheets|\/activex\/|\.bin$/.test(name) && !/printersettings/.test(name))
    return `The workbook has macros or embedded programs. ${SAVE_AS}`;
  if (/externallinks\/|connections\.xml$|querytables\/|\/embeddings\//.test(name))
    return `The workbook has links to other files or data. ${SAVE_AS}`;
  if (/\/chartsheets\//.test(name))
    return 'The workbook has a chart as a sheet of its own. Move the chart to another sheet.';
  return undefined;
}

/** Unpacks a part piece by piece; only the scanner's few states are kept. */
async function readPart(stream: Readable, name: string, limits: BookLimits): Promise<string | undefined> {
  const scan = scanPart(name, limits);
  // Bytes of XML that matter here are ASCII; a cut character in between changes nothing.
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    const bad = scan(chunk.toString('latin1'));
    if (bad === undefined) continue;
    stream.destroy();
    return bad;
  }
  return undefined;
}
