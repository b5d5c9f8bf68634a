// Posts signed webhooks to an App, as often and under whatever id a test wants.
import { createHmac } from 'node:crypto';
import type { EmbeddedGitHub } from '../../packages/embedded-github/src/index.ts';
import type { RunningApp } from '../../src/server/start-app.ts';

type Delivery = EmbeddedGitHub['deliveries'][number];

/** Sends the delivery, signed with the App's secret; answers the status. */
export async function deliver(
  github: EmbeddedGitHub,
  app: RunningApp,
  { event, payload }: Delivery,
  id: string,
): Promise<number> {
  const body = JSON.stringify(payload);
  const signature = createHmac('sha256', github.app.webhookSecret).update(body).digest('hex');
  const response = await fetch(`${app.url}/api/github/webhooks`, {
    method: 'POST',
    body,
    headers: {
      'content-type': 'application/json',
      'x-github-event': event,
      'x-github-delivery': id,
      'x-hub-signature-256': `sha256=${signature}`,
    },
  });
  await response.arrayBuffer();
  return response.status;
}

/** The newest delivery of that event that relcomms' App was, or would have been, told. */
export function newestDelivery(github: EmbeddedGitHub, event: string): Delivery {
  const found = github.deliveries.findLast((delivery) => delivery.event === event);
  if (found === undefined) throw new Error(`nothing has caused a webhook ${event}`);
  return found;
}
