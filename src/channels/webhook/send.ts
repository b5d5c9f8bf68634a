// Posts one notice to the webhook of a chat: once, to a public address, and nowhere that it leads to.
import { type ClientRequest, type RequestOptions, request as requestPlain } from 'node:http';
import { request as requestSecure } from 'node:https';
import { webhookVariable } from '../../domain/channel-variables.ts';
import type { Notice, SendOutcome } from '../../domain/notice.ts';
import { proxyAgent } from '../../http/proxy-agent.ts';
import { publicOnly } from '../public-only.ts';
import type { Environment } from '../slack/tokens.ts';
import { webhookAddress } from './address.ts';
import { bodiesOf } from './bodies.ts';
import { answerFailure, errorFailure } from './failure.ts';

const TIMEOUT = 10_000;

export interface WebhookOptions {
  readonly env: Environment;
  /** It may be on this machine or in a private network. */
  readonly privateToo: boolean;
  /** Milliseconds for each message. */
  readonly timeout?: number | undefined;
}

export async function sendToWebhook(
  notice: Pick<Notice, 'title' | 'lines'>,
  name: string,
  { env, privateToo, timeout = TIMEOUT }: WebhookOptions,
): Promise<SendOutcome> {
  const url = webhookAddress(env, name, privateToo);
  if ('kind' in url) return url;
  const variable = webhookVariable(name);
  let done: Extract<SendOutcome, { kind: 'done' }> | undefined;
  for (const body of bodiesOf(url, notice)) {
    // oxlint-disable-next-line no-await-in-loop -- in their order
    const answer = await post(url, JSON.stringify(body), { privateToo, timeout });
    const failure =
      'status' in answer ? answerFailure(answer.status, variable) : errorFailure(answer, variable);
    if (failure !== undefined)
      return done === undefined ? failure : { ...done, detail: `Not all of it was sent. ${failure.line}` };
    const id = 'status' in answer ? String(answer.status) : '';
    done ??= { kind: 'done', sent: { place: name, id } };
  }
  return done ?? { kind: 'failed', code: 'no-text', line: 'There is nothing to send.', certain: true };
}

/** The status, or whether a byte of the message may have arrived. What else the chat says is not read. */
export type Posted = { readonly status: number } | { readonly connected: boolean };

async function post(
  url: URL,
  body: string,
  { privateToo, timeout }: { readonly privateToo: boolean; readonly timeout: number },
): Promise<Posted> {
  const agent = await proxyAgent(url);
  const options: RequestOptions = {
    method: 'POST',
    headers: { 'content-type': 'application/json; charset=utf-8', 'content-length': Buffer.byteLength(body) },
    signal: AbortSignal.timeout(timeout),
    // Behind a proxy it is the proxy that looks names up.
    ...(agent === undefined ? { agent: false, ...(privateToo ? {} : { lookup: publicOnly }) } : { agent }),
  };
  return await new Promise((resolve) => {
    let connected = false;
    const request: ClientRequest = (url.protocol === 'https:' ? requestSecure : requestPlain)(
      url,
      options,
      (answer) => {
        answer.destroy();
        resolve({ status: answer.statusCode ?? 0 });
      },
    );
    request.on('socket', (socket) => {
      if (socket.connecting)
        socket.once(url.protocol === 'https:' ? 'secureConnect' : 'connect', () => (connected = true));
      else connected = true;
    });
    request.on('error', () => resolve({ connected }));
    request.end(body);
  });
}
