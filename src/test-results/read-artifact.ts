// Reads an artifact: mostly a zip, and a plain file where it was uploaded without an archive.
import { readJunit } from './read-junit.ts';
import { type ZipReading, readZip } from './read-zip.ts';
import { renderRefusal } from './render-refusal.ts';

/** What every zip begins with, an empty one, too. */
const ZIP = 'PK';

/** Told apart by the first bytes: neither its name nor what the storage says of its type is GitHub's own word. */
export async function readArtifact(bytes: Uint8Array): Promise<ZipReading> {
  if (Buffer.from(bytes.subarray(0, ZIP.length)).toString('latin1') === ZIP) return await readZip(bytes);
  const reading = await readJunit([bytes]);
  if (reading.kind === 'read') return { tests: reading.tests, unread: [] };
  // Other XML in an artifact is nobody's mistake.
  if (reading.kind === 'other') return { tests: [], unread: [] };
  return { tests: [], unread: [renderRefusal('The file', reading) ?? ''] };
}
