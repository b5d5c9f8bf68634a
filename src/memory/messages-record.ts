// The record of messages as people see it: a folded comment on the tracking issue.
import { MESSAGES } from '../domain/outbox.ts';

export const MESSAGES_RECORD = {
  name: MESSAGES,
  title: 'Messages that relcomms sent',
  about:
    'Which message went where. relcomms reads this so that nothing is sent twice; the log above tells it in words.',
} as const;
