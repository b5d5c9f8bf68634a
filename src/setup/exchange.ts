// Fetches the credentials of the App that GitHub has just made: once, by the code that came back.
import { siteOf } from '../domain/hosts.ts';
import { readPrivateKey } from '../github/private-key.ts';
import type { Answer } from '../http/fetch.ts';
import { httpFetch } from '../http/http-fetch.ts';

export interface MadeApp {
  readonly id: string;
  readonly slug: string;
  /** Where people install it. */
  readonly installUrl: string;
  readonly privateKey: string;
  readonly webhookSecret: string;
}

type Exchange = { readonly app: MadeApp } | { readonly why: string };

/** Milliseconds. */
const TIMEOUT = 20_000;
/** Bytes of the answer; it has some 5,000. */
const MOST = 256 * 1024;

const AGAIN =
  'If GitHub lists the App under "GitHub Apps" in the settings, delete it there; then begin again.';

/** `api` is the root of the REST API. Nothing of the code or the answer is in the words. */
export async function exchange(api: string, code: string): Promise<Exchange> {
  if (!/^[\w-]{1,200}$/.test(code)) return { why: 'GitHub sent no code back. Begin again.' };
  const answer = await ask(`${api}/app-manifests/${code}/conversions`);
  if (typeof answer === 'string') return { why: `GitHub did not answer: ${answer}. ${AGAIN}` };
  if (answer.status === 404)
    return { why: `GitHub does not know the code: it works once, and for an hour. ${AGAIN}` };
  if (answer.status !== 201) return { why: `GitHub answered with status ${answer.status}. ${AGAIN}` };
  const app = appIn(parsed(await answer.text()), siteOf(api));
  return app === undefined ? { why: `GitHub's answer is not that of an App. ${AGAIN}` } : { app };
}

/** What kept the answer from coming, in place of one. */
async function ask(url: string): Promise<Answer | string> {
  try {
    const headers = {
      accept: 'application/vnd.github+json',
      'user-agent': 'relcomms',
      'content-length': '0',
    };
    return await httpFetch(
      url,
      { method: 'POST', headers, redirect: 'error', signal: AbortSignal.timeout(TIMEOUT) },
      MOST,
    );
  } catch (error) {
    return error instanceof Error ? error.message.replaceAll(url, 'its address') : 'the request failed';
  }
}

/** Errors of `JSON.parse` repeat what they read. */
function parsed(text: string): Readonly<Record<string, unknown>> {
  try {
    const json: unknown = JSON.parse(text);
    return typeof json === 'object' && json !== null ? (json as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}

function appIn(json: Readonly<Record<string, unknown>>, site: string): MadeApp | undefined {
  const { id, slug, html_url: page, pem, webhook_secret: webhookSecret } = json;
  if (!Number.isSafeInteger(id) || typeof slug !== 'string' || !/^[\w-]{1,100}$/.test(slug)) return undefined;
  // What stands on one line of a file, in need of no quotes.
  if (typeof webhookSecret !== 'string' || !/^[\w.~+/=-]{1,200}$/.test(webhookSecret)) return undefined;
  const privateKey = typeof pem === 'string' ? readPrivateKey(pem) : undefined;
  if (privateKey === undefined) return undefined;
  // Servers have their Apps elsewhere than github.com.
  const isThere = typeof page === 'string' && URL.canParse(page) && new URL(page).origin === site;
  const installUrl = `${isThere ? page : `${site}/apps/${slug}`}/installations/new`;
  return { id: String(id), slug, installUrl, privateKey, webhookSecret };
}
