// What REST says of the webhooks that the App was sent.
import type { Attempt } from '../deliveries.ts';
import type { Json } from '../model/json-object.ts';

/** An entry of the list. */
export function deliveryItemJson({ id, delivery, at, duration, isRedelivery, status }: Attempt): Json {
  return {
    id,
    guid: delivery.id,
    delivered_at: new Date(at).toISOString(),
    redelivery: isRedelivery,
    duration,
    status: wordOf(status),
    status_code: status,
    event: delivery.event,
    action: delivery.action ?? null,
    installation_id: idIn(delivery.payload['installation']),
    repository_id: idIn(delivery.payload['repository']),
    throttled_at: null,
  };
}

/** The delivery itself. What the receiver answered is not kept. */
export function deliveryJson(attempt: Attempt): Json {
  const { delivery, url } = attempt;
  return {
    ...deliveryItemJson(attempt),
    url,
    request: {
      headers: { 'X-GitHub-Delivery': delivery.id, 'X-GitHub-Event': delivery.event },
      payload: delivery.payload,
    },
    response: { headers: null, payload: null },
  };
}

function wordOf(status: number): string {
  if (status === 0) return 'failed to connect to host';
  return status >= 200 && status < 400 ? 'OK' : `Invalid HTTP Response: ${status}`;
}

function idIn(value: unknown): number | null {
  const { id } = (value ?? {}) as { id?: unknown };
  return typeof id === 'number' ? id : null;
}
