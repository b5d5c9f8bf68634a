// One request to a server of this process, on a connection of its own.
import { type IncomingHttpHeaders, request as httpRequest } from 'node:http';

export interface LoopbackRequest {
  readonly port: number;
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string | undefined;
}

export interface LoopbackAnswer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
}

/**
 * No connection is used twice: a server closes one that was idle for five seconds, and under load that meets
 * the next request on its way. Rejects with an error that names the request.
 */
export function loopbackRequest(wanted: LoopbackRequest): Promise<LoopbackAnswer> {
  const { port, method, path, text } = wanted;
  const length = text === undefined ? {} : { 'content-length': String(Buffer.byteLength(text)) };
  const headers = { ...wanted.headers, ...length };
  return new Promise((resolve, reject) => {
    const fail = (error: NodeJS.ErrnoException): void =>
      reject(new Error(`${method} ${path} was not answered: ${error.message}`, { cause: error }));
    const request = httpRequest(
      { host: '127.0.0.1', port, method, path, headers, agent: false },
      (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('error', fail);
        response.on('end', () =>
          resolve({
            status: response.statusCode ?? 0,
            headers: response.headers,
            text: Buffer.concat(chunks).toString('utf8'),
          }),
        );
      },
    );
    request.on('error', fail);
    request.end(text);
  });
}
