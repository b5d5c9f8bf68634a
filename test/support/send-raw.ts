// Sends an App any request over a bare socket, and measures how much of it was taken.
import { connect } from 'node:net';
import type { RunningApp } from '../../src/server/start-app.ts';

export interface RawAnswer {
  /** 0 when the connection ended without an answer. */
  readonly status: number;
  readonly text: string;
  /** Bytes of the body that the server's side took before it answered or hung up. */
  readonly taken: number;
  /** From the first byte sent to the end of the connection. */
  readonly milliseconds: number;
}

/** Sends head and body over a bare socket, as fast as the other side takes them. */
export function sendRaw(app: RunningApp, head: readonly string[], bodyBytes = 0): Promise<RawAnswer> {
  const { hostname, port } = new URL(app.url);
  const chunk = Buffer.alloc(64 * 1024, 'x');
  return new Promise((resolve) => {
    const begin = performance.now();
    const socket = connect({ host: hostname, port: Number(port) });
    const chunks: Buffer[] = [];
    let left = bodyBytes;
    const push = (): void => {
      while (left > 0 && !socket.destroyed) {
        const size = Math.min(left, chunk.length);
        left -= size;
        if (!socket.write(chunk.subarray(0, size))) return;
      }
    };
    socket.on('connect', () => {
      socket.write([...head, `Host: ${hostname}`, '', ''].join('\r\n'));
      push();
    });
    socket.on('drain', push);
    socket.on('data', (data) => chunks.push(data));
    // The other side hangs up on purpose; what counts is in `close`.
    socket.on('error', () => {});
    socket.on('close', () => {
      const text = Buffer.concat(chunks).toString('utf8');
      resolve({
        status: Number(/^HTTP\/1\.1 (\d+)/.exec(text)?.[1] ?? 0),
        text: text.split('\r\n\r\n').slice(1).join('\r\n\r\n'),
        taken: bodyBytes - left - socket.writableLength,
        milliseconds: performance.now() - begin,
      });
    });
  });
}
