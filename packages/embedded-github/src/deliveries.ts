// Webhook deliveries of the App: signed, asynchronous, never retried, kept for looking at.
import { createHmac, randomUUID } from 'node:crypto';
import type { Json } from './model/json-object.ts';
import { postWebhook } from './post-webhook.ts';

export interface Delivery {
  readonly id: string;
  readonly event: string;
  readonly action: string | undefined;
  readonly payload: Json;
  /** HTTP status of the receiver; 0 when it could not be reached, undefined while under way or lost. */
  status: number | undefined;
}

/** One try to deliver, as GitHub's list has it. */
export interface Attempt {
  readonly id: number;
  readonly delivery: Delivery;
  /** When it was sent, in milliseconds since 1970. */
  readonly at: number;
  /** Seconds. */
  readonly duration: number;
  readonly isRedelivery: boolean;
  /** HTTP status of the receiver; 0 when it could not be reached. */
  readonly status: number;
  readonly url: string;
}

/** GitHub gives a receiver ten seconds. */
const PATIENCE_MS = 10_000;

/** The number of the first attempt. */
const FIRST_ATTEMPT = 10_001;

/** A webhook that nothing on the embedded GitHub has caused. */
export interface DeliveryOrder {
  /** GitHub's name of the event, such as `issues`. */
  readonly event: string;
  /** What is not given of `repository`, `organization`, `sender` and `installation` is filled in. */
  readonly payload: Json;
  /** Login of the sender; default: the admin of the seed. */
  readonly by?: string;
  /** Default: a new one. */
  readonly id?: string;
}

/** Holds where deliveries go, what was sent, and what is still under way. */
export class Deliveries {
  readonly sent: Delivery[] = [];
  /** Those that are over, oldest first. */
  readonly attempts: Attempt[] = [];
  url: string | undefined;
  private readonly secret: string;
  private readonly hookId: number;
  private begun = 0;
  private readonly now: () => number;
  private readonly underWay = new Set<Promise<void>>();

  constructor(secret: string, hookId: number, url: string | undefined, now: () => number) {
    this.now = now;
    this.secret = secret;
    this.hookId = hookId;
    this.url = url;
  }

  /**
   * Sends one event. Nobody has to wait for the receiver, whose status it resolves with: 0 when it could not be
   * reached, undefined without an address, which loses the delivery.
   */
  send(event: string, payload: Json, id: string = randomUUID()): Promise<number | undefined> {
    const { action: word } = payload;
    const action = typeof word === 'string' ? word : undefined;
    const delivery: Delivery = { id, event, action, payload, status: undefined };
    this.sent.push(delivery);
    return this.start(delivery, false);
  }

  /** Sends a known delivery again, under the same id. */
  redeliver(id: string): Promise<number | undefined> {
    const delivery = this.sent.find((candidate) => candidate.id === id);
    if (delivery === undefined) throw new Error(`no delivery ${id}`);
    return this.start(delivery, true);
  }

  /** Resolves when everything under way has been answered, with what the answers caused. */
  async settled(): Promise<void> {
    while (this.underWay.size > 0) {
      // One round may start the next, so the rounds can't run side by side.
      // oxlint-disable-next-line no-await-in-loop
      await Promise.all(this.underWay);
    }
  }

  private async start(delivery: Delivery, isRedelivery: boolean): Promise<number | undefined> {
    const { url } = this;
    if (url === undefined) return undefined;
    const running = this.post(url, delivery).finally(() => this.underWay.delete(running));
    this.underWay.add(running);
    const at = this.now();
    const id = FIRST_ATTEMPT + this.begun;
    this.begun += 1;
    await running;
    const { status = 0 } = delivery;
    const duration = Math.max(0, this.now() - at) / 1000;
    this.attempts.push({ id, delivery, at, duration, isRedelivery, status, url });
    return delivery.status;
  }

  private async post(url: string, delivery: Delivery): Promise<void> {
    const body = JSON.stringify(delivery.payload);
    const signature = createHmac('sha256', this.secret).update(body).digest('hex');
    const headers = {
      accept: '*/*',
      'content-type': 'application/json',
      'user-agent': 'GitHub-Hookshot/embedded',
      'x-github-delivery': delivery.id,
      'x-github-event': delivery.event,
      'x-github-hook-id': String(this.hookId),
      'x-github-hook-installation-target-type': 'integration',
      'x-hub-signature-256': `sha256=${signature}`,
    };
    try {
      delivery.status = await postWebhook(url, body, headers, PATIENCE_MS);
    } catch {
      delivery.status = 0;
    }
  }
}
