// Builds zip archives in memory, sound ones and such as nobody should build.
import { deflateRawSync } from 'node:zlib';

export interface ZipEntry {
  readonly name: string;
  readonly content: string | Buffer;
  /** The size that the archive claims for it unpacked. Default: the true one. */
  readonly claims?: number;
  readonly encrypted?: boolean;
  /** Default: 8, deflate. */
  readonly method?: number;
  /** Index of an earlier entry whose bytes this one claims as its own. */
  readonly within?: number;
}

interface Packed extends ZipEntry {
  readonly bytes: Buffer;
  readonly size: number;
}

/** The checksums are left at 0: yauzl does not look at them. */
export function zip(entries: readonly ZipEntry[]): Buffer {
  const packed = entries.map((entry): Packed => {
    const content = Buffer.from(entry.content);
    return { ...entry, bytes: deflateRawSync(content), size: entry.claims ?? content.length };
  });
  const files: Buffer[] = [];
  const directory: Buffer[] = [];
  const offsets: number[] = [];
  let offset = 0;
  for (const entry of packed) {
    const within = entry.within === undefined ? undefined : offsets[entry.within];
    offsets.push(within ?? offset);
    if (within !== undefined) {
      directory.push(listing(entry, within), Buffer.from(entry.name));
      continue;
    }
    const file = Buffer.concat([header(entry), Buffer.from(entry.name), entry.bytes]);
    directory.push(listing(entry, offset), Buffer.from(entry.name));
    files.push(file);
    offset += file.length;
  }
  return Buffer.concat([
    ...files,
    ...directory,
    ending(entries.length, Buffer.concat(directory).length, offset),
  ]);
}

/** APPNOTE 4.3.7. */
function header(entry: Packed): Buffer {
  const begun = Buffer.alloc(30);
  begun.writeUInt32LE(0x04034b50, 0);
  fields(begun, 4, entry);
  return begun;
}

/** APPNOTE 4.3.12. */
function listing(entry: Packed, offset: number): Buffer {
  const listed = Buffer.alloc(46);
  listed.writeUInt32LE(0x02014b50, 0);
  fields(listed, 6, entry);
  listed.writeUInt32LE(offset, 42);
  return listed;
}

/** What both of them hold: flags (bit 0 encrypted, bit 11 UTF-8), method, sizes, length of the name. */
function fields(buffer: Buffer, at: number, entry: Packed): void {
  const { name, bytes, size, encrypted = false, method = 8 } = entry;
  buffer.writeUInt16LE((encrypted ? 1 : 0) | 0x800, at + 2);
  buffer.writeUInt16LE(method, at + 4);
  buffer.writeUInt32LE(bytes.length, at + 14);
  buffer.writeUInt32LE(size, at + 18);
  buffer.writeUInt16LE(Buffer.byteLength(name), at + 22);
}

/** APPNOTE 4.3.16. */
function ending(count: number, length: number, offset: number): Buffer {
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(count, 8);
  end.writeUInt16LE(count, 10);
  end.writeUInt32LE(length, 12);
  end.writeUInt32LE(offset, 16);
  return end;
}
