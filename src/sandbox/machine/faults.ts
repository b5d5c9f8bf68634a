// What can go wrong on purpose: webhooks that get lost, and writes that GitHub answers with 502.
import * as z from 'zod';
import type { EmbeddedGitHub } from '../github/index.ts';

export const faultsOrder = z
  .strictObject({
    webhooks: z.enum(['lost', 'arrive']).optional(),
    /** How many of the next writes fail; takes the place of what is left of an earlier number. */
    failWrites: z.number().int().min(0).max(1000).optional(),
  })
  .refine(({ webhooks, failWrites }) => webhooks !== undefined || failWrites !== undefined, {
    message: 'give webhooks, failWrites or both',
  });

export type FaultsOrder = z.infer<typeof faultsOrder>;

export interface FaultsState {
  readonly webhooks: 'lost' | 'arrive';
  /** Writes that will still fail. */
  readonly failWrites: number;
}

export interface Faults {
  readonly state: FaultsState;
  set(order: FaultsOrder): void;
}

/** Faults of one embedded GitHub, none at first. */
export function createFaults(github: EmbeddedGitHub, webhookUrl: string): Faults {
  let webhooks: FaultsState['webhooks'] = 'arrive';
  let failWrites = 0;
  github.fault({
    kind: 'error-before',
    status: 502,
    times: Number.MAX_SAFE_INTEGER,
    match: (request) => {
      if (!request.write || failWrites === 0) return false;
      failWrites -= 1;
      return true;
    },
  });
  return {
    get state() {
      return { webhooks, failWrites };
    },
    set: (order) => {
      webhooks = order.webhooks ?? webhooks;
      failWrites = order.failWrites ?? failWrites;
      github.setWebhookUrl(webhooks === 'lost' ? undefined : webhookUrl);
    },
  };
}
