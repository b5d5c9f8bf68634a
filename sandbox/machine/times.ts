// When issues and comments came to be, read from what the embedded GitHub announced.
import * as z from 'zod';
import type { Delivery } from '../../packages/embedded-github/src/index.ts';

export interface Times {
  /** GitHub's timestamps by number of the issue. */
  readonly issues: ReadonlyMap<number, string>;
  /** By id of the comment. */
  readonly comments: ReadonlyMap<number, string>;
}

const payload = z.object({
  issue: z.object({ number: z.number(), created_at: z.string() }).optional(),
  pull_request: z.object({ number: z.number(), created_at: z.string() }).optional(),
  comment: z.object({ id: z.number(), created_at: z.string() }).optional(),
});

export interface TimesBook {
  /** `deliveries` may only have grown since the last call. */
  after(deliveries: readonly Delivery[]): Times;
}

/** The snapshot of the state leaves out what only the clock decides; the announcements have it. */
export function createTimes(): TimesBook {
  const issues = new Map<number, string>();
  const comments = new Map<number, string>();
  let read = 0;
  return {
    after: (deliveries) => {
      for (const delivery of deliveries.slice(read)) {
        const { success, data } = payload.safeParse(delivery.payload);
        const issue = success ? (data.issue ?? data.pull_request) : undefined;
        if (issue !== undefined) issues.set(issue.number, issue.created_at);
        if (success && data.comment !== undefined) comments.set(data.comment.id, data.comment.created_at);
      }
      read = deliveries.length;
      return { issues: new Map(issues), comments: new Map(comments) };
    },
  };
}
