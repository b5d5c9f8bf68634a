// Writes to a reader that may leave: what nobody takes any more is dropped, and the command goes on to its end.
import type { Writable } from 'node:stream';

/** A command that writes files or serves pages has more to do than to print, so a closed pipe does not end it. */
export function openEnd(stream: Pick<Writable, 'write' | 'on'>): (text: string) => void {
  let isClosed = false;
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE' && error.code !== 'ERR_STREAM_DESTROYED') throw error;
    isClosed = true;
  });
  return (text) => {
    if (!isClosed) stream.write(text);
  };
}
