// One POST to the receiver of webhooks; what follows at once goes over the same connection.
import { Agent as PlainAgent, request as plainRequest } from 'node:http';
import { Agent as SafeAgent, request as safeRequest } from 'node:https';

/** A receiver ends a connection that was idle for five seconds: ours is gone by then, so that both never meet. */
const IDLE = { keepAlive: true, timeout: 1_000 };

const PLAIN = { send: plainRequest, agent: new PlainAgent(IDLE) };
const SAFE = { send: safeRequest, agent: new SafeAgent(IDLE) };

/** Answers the status; rejects when the whole answer is not there after so many milliseconds. */
export function postWebhook(
  url: string,
  text: string,
  headers: Readonly<Record<string, string>>,
  patience: number,
): Promise<number> {
  const { send, agent } = new URL(url).protocol === 'https:' ? SAFE : PLAIN;
  const length = String(Buffer.byteLength(text));
  return new Promise((resolve, reject) => {
    const options = {
      method: 'POST',
      agent,
      headers: { ...headers, 'content-length': length },
      signal: AbortSignal.timeout(patience),
    };
    const request = send(url, options, (response) => {
      response.on('error', reject);
      response.on('end', () => resolve(response.statusCode ?? 0));
      response.resume();
    });
    request.on('error', reject);
    request.end(text);
  });
}
