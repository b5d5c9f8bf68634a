// Asks whether pages answer, without being led into private networks by a config.
import { request as requestPlain } from 'node:http';
import { request as requestSecure } from 'node:https';
import { mayBePublic, publicOnly } from './public-only.ts';

const TIMEOUT = 10_000;
const MOST_HOPS = 5;

export interface Asking {
  /** Lets pages of this machine and of private networks count. */
  readonly privateToo: boolean;
  /** Aborted when nobody waits any longer. */
  readonly stop?: AbortSignal;
}

/** Those that don't answer with success, each with the reason in a line. */
export async function unreachable(pages: readonly string[], how: Asking): Promise<string[]> {
  const reasons = await Promise.all(pages.map((page) => whyUnreachable(page, how)));
  return pages.flatMap((page, index) => (reasons[index] === undefined ? [] : [`${page} ${reasons[index]}`]));
}

/** Undefined when it answers. */
export async function whyUnreachable(
  page: string,
  { privateToo, stop }: Asking,
): Promise<string | undefined> {
  let url = page;
  try {
    for (let hop = 0; hop <= MOST_HOPS; hop++) {
      if (!privateToo && !mayBePublic(url)) return 'is no public https page';
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      const { status, location } = await ask(url, privateToo, stop);
      if (status < 300 || status >= 400 || location === undefined)
        return status >= 200 && status < 300 ? undefined : `answers with ${status}`;
      url = new URL(location, url).href;
    }
    return 'leads on and on';
  } catch {
    return 'does not answer';
  }
}

function ask(
  url: string,
  privateToo: boolean,
  stop: AbortSignal | undefined,
): Promise<{ status: number; location: string | undefined }> {
  const send = url.startsWith('https:') ? requestSecure : requestPlain;
  const late = AbortSignal.timeout(TIMEOUT);
  const signal = stop === undefined ? late : AbortSignal.any([late, stop]);
  return new Promise((resolve, reject) => {
    const request = send(
      url,
      { agent: false, signal, ...(privateToo ? {} : { lookup: publicOnly }) },
      (answer) => {
        answer.destroy();
        resolve({ status: answer.statusCode ?? 0, location: answer.headers.location });
      },
    );
    request.on('error', reject);
    request.end();
  });
}
