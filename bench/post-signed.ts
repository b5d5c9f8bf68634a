// Posts one signed webhook over kept connections; answers status and milliseconds.
import { createHmac, randomUUID } from 'node:crypto';
import { Agent, request } from 'node:http';

const agent = new Agent({ keepAlive: true });

export interface Webhook {
  readonly event: string;
  readonly payload: unknown;
}

export interface Answered {
  readonly status: number;
  readonly ms: number;
}

/** A sender that signs the payload once and posts it as often as wanted, each under an id of its own. */
export function signedSender(
  url: string,
  secret: string,
  { event, payload }: Webhook,
): () => Promise<Answered> {
  const body = Buffer.from(JSON.stringify(payload));
  const signature = `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`;
  return () =>
    new Promise((done, reject) => {
      const begin = performance.now();
      const headers = {
        'content-type': 'application/json',
        'content-length': body.length,
        'x-github-event': event,
        'x-github-delivery': randomUUID(),
        'x-hub-signature-256': signature,
      };
      const sent = request(url, { method: 'POST', agent, headers }, (response) => {
        response.resume().once('end', () => {
          done({ status: response.statusCode ?? 0, ms: performance.now() - begin });
        });
      });
      sent.once('error', reject).end(body);
    });
}
