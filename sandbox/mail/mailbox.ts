// Holds the mails that GitHub has sent so far; every event is read once.
import type { Delivery } from '../../packages/embedded-github/src/index.ts';
import type { Mail } from './mail.ts';
import { type MailPeople, type Threads, mailsOf } from './mails-of.ts';

export interface Mailbox {
  /** All mails, oldest first; `deliveries` may only have grown since the last call. */
  after(deliveries: readonly Delivery[]): readonly Mail[];
}

export function createMailbox(who: MailPeople): Mailbox {
  const threads: Threads = new Map();
  const mails: Mail[] = [];
  let read = 0;
  return {
    after: (deliveries) => {
      for (const delivery of deliveries.slice(read)) mails.push(...mailsOf(delivery, threads, who));
      read = deliveries.length;
      return [...mails];
    },
  };
}
