// The fetch of the App in the sandbox: its GitHub is in the same process and answers without a connection.
import type { Answer, Fetch } from '../../src/http/fetch.ts';
import type { EmbeddedGitHub } from '../../packages/embedded-github/src/index.ts';

/** What has no body over a connection. */
const BARE: readonly number[] = [204, 304];

/** Answers as the embedded GitHub does over a connection. For its API alone: files of its storage are no text. */
export function githubFetch(github: Pick<EmbeddedGitHub, 'fetch'>): Fetch {
  return async (url, { method = 'GET', headers = {}, body = '' } = {}) => {
    const found = await github.fetch(url, { method, headers, body: body.toString() });
    const { status } = found;
    const text = BARE.includes(status) ? '' : await found.text();
    const answer: Answer = {
      status,
      statusText: '',
      ok: status >= 200 && status < 300,
      url,
      headers: {
        get: (name) => found.headers.get(name.toLowerCase()) ?? null,
        [Symbol.iterator]: () => found.headers.entries(),
      },
      text: () => Promise.resolve(text),
      json: async () => JSON.parse(text) as unknown,
      arrayBuffer: () => Promise.resolve(new TextEncoder().encode(text).buffer),
      clone: () => answer,
    };
    return answer;
  };
}
