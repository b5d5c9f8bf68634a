// Reads the whole body of an answer, unpacked, within a budget of bytes.
import type { IncomingMessage } from 'node:http';
import { promisify } from 'node:util';

/** Rejects where it is cut off, cannot be unpacked, or is larger than `most` bytes, packed or not. */
export async function collect(message: IncomingMessage, most: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of message as AsyncIterable<Buffer>) {
    size += chunk.byteLength;
    // Leaving the loop closes the connection.
    if (size > most) throw new Error(`the answer is larger than ${most} bytes`);
    chunks.push(chunk);
  }
  const packed = Buffer.concat(chunks);
  return message.headers['content-encoding'] === 'gzip' && packed.length > 0 ? unpack(packed, most) : packed;
}

async function unpack(packed: Buffer, most: number): Promise<Buffer> {
  const { gunzip } = await import('node:zlib');
  return promisify(gunzip)(packed, { maxOutputLength: most });
}
