// Requests to a server of this process without a socket: it is handed what it would have read from one.
import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { EventEmitter } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type LoopbackAnswer, type LoopbackRequest, loopbackRequest } from './loopback-request.ts';

/** Node tells of every request that a server begins to answer, and of the server. */
const CHANNEL = 'http.server.request.start';

/** The server of this process that listens at the port, found by asking it once. */
export async function ownServer(port: number): Promise<Server> {
  let found: Server | undefined;
  const listen = (message: unknown): void => {
    const { server } = message as { server: Server };
    if ((server.address() as AddressInfo | null)?.port === port) found = server;
  };
  subscribe(CHANNEL, listen);
  try {
    await loopbackRequest({ port, method: 'GET', path: '/', headers: {}, text: undefined });
  } finally {
    unsubscribe(CHANNEL, listen);
  }
  if (found === undefined) throw new Error(`no server of this process listens at ${port}`);
  return found;
}

/** A socket costs ten times what the answer does. The request's port is not looked at. */
export function askOwnServer(server: Server, wanted: LoopbackRequest): Promise<LoopbackAnswer> {
  const { port, method, path, text } = wanted;
  const headers = { host: `127.0.0.1:${port}`, ...wanted.headers };
  const request = Object.assign(new EventEmitter(), { method, url: path, headers, ...bodyOf(text) });
  return new Promise((resolve, reject) => {
    const fail = (error?: Error): void =>
      reject(
        new Error(`${method} ${path} was not answered: ${error?.message ?? 'closed'}`, { cause: error }),
      );
    server.emit('request', request, collector(resolve, fail));
  });
}

function bodyOf(text: string | undefined): object {
  return {
    async *[Symbol.asyncIterator]() {
      if (text !== undefined) yield Buffer.from(text);
    },
  };
}

/** Takes an answer as a server's response does, and gives it away whole. */
function collector(resolve: (answer: LoopbackAnswer) => void, fail: (error?: Error) => void): object {
  const chunks: Uint8Array[] = [];
  const headers: Record<string, string> = {};
  const response = {
    statusCode: 200,
    statusMessage: '',
    setHeader: (name: string, value: string) => {
      headers[name.toLowerCase()] = value;
    },
    write: (chunk: Uint8Array) => chunks.push(chunk) > 0,
    end: (rest?: string) => {
      if (rest !== undefined) chunks.push(Buffer.from(rest));
      resolve({ status: response.statusCode, headers, text: Buffer.concat(chunks).toString('utf8') });
    },
    once: () => response,
    destroy: fail,
  };
  return response;
}
