// What the mailbox needs of a webhook payload.
import * as z from 'zod';
import type { Delivery } from '../../packages/embedded-github/src/index.ts';

const account = z.object({ login: z.string() });
const thread = z.object({
  number: z.number(),
  title: z.string(),
  body: z.string().nullable(),
  user: account,
  assignees: z.array(account),
  updated_at: z.string(),
});

const payload = z.object({
  sender: account,
  issue: thread.optional(),
  pull_request: thread.optional(),
  comment: z.object({ id: z.number(), body: z.string().nullable(), created_at: z.string() }).optional(),
  review: z.object({ body: z.string().nullable() }).optional(),
  assignee: account.nullish(),
  requested_reviewer: account.nullish(),
});

export interface ThreadEvent {
  readonly event: string;
  readonly action: string;
  readonly sender: string;
  readonly at: string;
  readonly number: number;
  readonly title: string;
  readonly author: string;
  readonly assignees: readonly string[];
  /** What was written: the comment, the review, or the body of the thread. */
  readonly text: string;
  readonly assignee: string | undefined;
  readonly requestedReviewer: string | undefined;
}

/** An event of an issue or a pull request; undefined for any other. */
export function readEvent({ event, action, payload: json }: Delivery): ThreadEvent | undefined {
  const read = payload.safeParse(json);
  if (!read.success) return undefined;
  const { data } = read;
  const found = data.issue ?? data.pull_request;
  if (found === undefined) return undefined;
  const written = data.comment ?? data.review ?? found;
  return {
    event,
    action: action ?? '',
    sender: data.sender.login,
    at: data.comment?.created_at ?? found.updated_at,
    number: found.number,
    title: found.title,
    author: found.user.login,
    assignees: found.assignees.map(({ login }) => login),
    text: written.body ?? '',
    assignee: data.assignee?.login,
    requestedReviewer: data.requested_reviewer?.login,
  };
}
