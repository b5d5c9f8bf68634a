// The record of messages as people see it: a folded comment on the tracking issue.
import { MESSAGES } from '../domain/outbox.ts';

export const MESSAGES_RECORD = {
  name: MESSAGES,
  title: 'Messages that relcomms sent',
  about:
    'Where relcomms sent each message. It reads this so that it sends nothing twice; the activity log above has it in words.',
} as const;
