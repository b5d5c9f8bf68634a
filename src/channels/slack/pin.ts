// Pins a message that was sent, so that it is easy to find (Y4), and takes the pin off.
import type { SendOutcome, Sent } from '../../domain/notice.ts';
import type { SlackWorkspace } from './client.ts';

export async function pin(slack: SlackWorkspace, sent: Sent): Promise<SendOutcome> {
  const result = await slack.call('pins.add', sent.place, { timestamp: sent.id });
  if ('answer' in result) return { kind: 'done', sent };
  return result.code === 'already_pinned' ? { kind: 'done', sent, already: true } : result;
}

/** Where the pin, the message or its channel is gone, nothing is left to do. */
const GONE = new Set(['no_pin', 'not_pinned', 'message_not_found', 'channel_not_found', 'is_archived']);

export async function unpin(slack: SlackWorkspace, sent: Sent): Promise<SendOutcome> {
  const result = await slack.call('pins.remove', sent.place, { timestamp: sent.id });
  if ('answer' in result) return { kind: 'done', sent };
  return GONE.has(result.code) ? { kind: 'done', sent, already: true } : result;
}
