// A client that holds every answer to GitHub's description and remembers which operations it used.
import type { EmbeddedGitHub } from '../../src/index.ts';
import { checkResponse } from './openapi.ts';
import { findOperation } from './openapi-spec.ts';

export type Json = Record<string, unknown>;

export interface Call {
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  /** Default: 200. */
  readonly status?: number;
}

export interface ContractClient {
  /** Operations that were answered as expected. */
  readonly exercised: ReadonlySet<string>;
  /** Makes the request with the token; the answer must have the status and GitHub's shape. */
  call(token: string | undefined, request: string, options?: Call): Promise<{ json: Json; headers: Headers }>;
}

/** `request` is method and path, such as `GET /repos/acme/demo`. */
export function contractClient(github: EmbeddedGitHub): ContractClient {
  const exercised = new Set<string>();
  return {
    exercised,
    call: async (token, request, { body, headers, status = 200 } = {}) => {
      const [method = '', url = ''] = request.split(' ');
      const response = await fetch(`${github.url}/api/v3${url}`, {
        method,
        redirect: 'manual',
        headers: {
          'content-type': 'application/json',
          ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
          ...headers,
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      const text = await response.text();
      const json: unknown = text === '' ? undefined : JSON.parse(text);
      if (response.status !== status)
        throw new Error(`${request}: ${response.status} instead of ${status}: ${text}`);
      const complaints = status < 400 ? checkResponse({ method, url, status, json }) : [];
      if (complaints.length > 0) throw new Error(`${request}: ${complaints.join('\n')}\n${text}`);
      if (status < 400) exercised.add(findOperation(method, url.split('?')[0] ?? url)?.name ?? request);
      return { json: json as Json, headers: response.headers };
    },
  };
}
