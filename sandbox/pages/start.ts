// Starts a server that stands for the web: an address answers when its page has been published.
import { createServer } from 'node:http';
import { listen } from '../../packages/embedded-github/src/server.ts';

export interface EmbeddedWeb {
  /** Where the page of an address is asked for instead. */
  at(page: string): string;
  /** From now on it answers. */
  publish(page: string): void;
  readonly published: readonly string[];
  close(): Promise<void>;
}

/** `isThere` knows of pages that nobody has to publish. */
export async function startWeb(isThere: (page: string) => Promise<boolean>): Promise<EmbeddedWeb> {
  const published = new Set<string>();
  const server = createServer((request, response) => {
    const page = new URL(request.url ?? '/', 'http://localhost').searchParams.get('page') ?? '';
    const answer = (found: boolean): void => void response.writeHead(found ? 200 : 404).end();
    Promise.resolve(published.has(page) || isThere(page)).then(answer, () => answer(false));
  });
  const url = await listen(server, 0, '127.0.0.1');
  return {
    at: (page) => `${url}/?page=${encodeURIComponent(page)}`,
    publish: (page) => void published.add(page),
    get published() {
      return [...published];
    },
    close: async () => {
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
    },
  };
}
