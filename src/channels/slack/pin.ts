// Pins a message that was sent, so that it is easy to find (Y4).
import type { SendOutcome, Sent } from '../../domain/notice.ts';
import type { SlackWorkspace } from './client.ts';

export async function pin(slack: SlackWorkspace, sent: Sent): Promise<SendOutcome> {
  const result = await slack.call('pins.add', sent.place, { timestamp: sent.id });
  if ('answer' in result) return { kind: 'done', sent };
  return result.code === 'already_pinned' ? { kind: 'done', sent, already: true } : result;
}
