// What can go wrong on purpose: webhooks that get lost, and requests that GitHub answers with 502.
import * as z from 'zod';
import { type Day, addDays } from '../../src/domain/day.ts';
import type { EmbeddedGitHub } from '../../packages/embedded-github/src/index.ts';

export const faultsOrder = z
  .strictObject({
    webhooks: z.enum(['lost', 'arrive']).optional(),
    /** How many days they stay lost; without it until they are told to arrive. */
    days: z.number().int().min(1).max(400).optional(),
    /** How many of the next writes fail; takes the place of what is left of an earlier number. */
    failWrites: z.number().int().min(0).max(1000).optional(),
    /** The same for reads. */
    failReads: z.number().int().min(0).max(1000).optional(),
  })
  .refine(
    ({ webhooks, failWrites, failReads }) => (webhooks ?? failWrites ?? failReads) !== undefined,
    'give webhooks, failWrites, failReads or several',
  )
  .refine(({ webhooks, days }) => days === undefined || webhooks === 'lost', 'days belongs to lost webhooks');

export type FaultsOrder = z.infer<typeof faultsOrder>;

export interface FaultsState {
  readonly webhooks: 'lost' | 'arrive';
  /** The day on which lost webhooks arrive again. */
  readonly until: Day | undefined;
  /** Requests that will still fail. */
  readonly failWrites: number;
  readonly failReads: number;
}

export interface Faults {
  readonly state: FaultsState;
  set(order: FaultsOrder, today: Day): void;
  /** A new day: what was to last until then is over. */
  begin(today: Day): void;
}

/** Faults of one embedded GitHub, none at first. */
export function createFaults(github: EmbeddedGitHub, webhookUrl: string): Faults {
  let state: FaultsState = { webhooks: 'arrive', until: undefined, failWrites: 0, failReads: 0 };
  const change = (next: Partial<FaultsState>): void => {
    state = { ...state, ...next };
    github.setWebhookUrl(state.webhooks === 'lost' ? undefined : webhookUrl);
  };
  github.fault({
    kind: 'error-before',
    status: 502,
    times: Number.MAX_SAFE_INTEGER,
    match: ({ write }) => {
      const left = write ? state.failWrites : state.failReads;
      if (left > 0) state = { ...state, [write ? 'failWrites' : 'failReads']: left - 1 };
      return left > 0;
    },
  });
  return {
    get state() {
      return state;
    },
    set: ({ webhooks, days, failWrites = state.failWrites, failReads = state.failReads }, today) => {
      const until = days === undefined ? undefined : addDays(today, days);
      change({ failWrites, failReads, ...(webhooks === undefined ? {} : { webhooks, until }) });
    },
    begin: (today) => {
      if (state.until !== undefined && today >= state.until) change({ webhooks: 'arrive', until: undefined });
    },
  };
}
