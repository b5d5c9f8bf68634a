// Packs texts into a zip, as an artifact has them; nothing is compressed.
import { crc32 } from 'node:zlib';

/** 1 January 1980, the first day that a zip can tell. */
const FIRST_DAY = 0x21;

/** By path. */
export function zipFiles(files: Readonly<Record<string, string>>): Uint8Array {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [path, text] of Object.entries(files)) {
    const [name, content] = [Buffer.from(path), Buffer.from(text)];
    const shared = sharedFields(content, name);
    const local = Buffer.concat([bytesOf(4, 0x04034b50), shared, name, content]);
    const place = [bytesOf(2, 0, 0, 0), bytesOf(4, 0, offset)];
    directory.push(bytesOf(4, 0x02014b50), bytesOf(2, 20), shared, ...place, name);
    parts.push(local);
    offset += local.length;
  }
  const count = parts.length;
  const size = directory.reduce((sum, part) => sum + part.length, 0);
  const end = [
    bytesOf(4, 0x06054b50),
    bytesOf(2, 0, 0, count, count),
    bytesOf(4, size, offset),
    bytesOf(2, 0),
  ];
  return Buffer.concat([...parts, ...directory, ...end]);
}

/** What the file itself and its entry in the directory have in common; names are UTF-8. */
function sharedFields(content: Buffer, name: Buffer): Buffer {
  return Buffer.concat([
    bytesOf(2, 20, 0x800, 0, 0, FIRST_DAY),
    bytesOf(4, crc32(content), content.length, content.length),
    bytesOf(2, name.length, 0),
  ]);
}

/** Numbers of so many bytes, the low one first. */
function bytesOf(width: 2 | 4, ...values: readonly number[]): Buffer {
  const bytes = Buffer.alloc(width * values.length);
  for (const [index, value] of values.entries()) bytes.writeUIntLE(value, index * width, width);
  return bytes;
}
