// Brings a message that was sent up to date: it makes no sound and mentions nobody again.
import type { SendOutcome, Sent } from '../../domain/notice.ts';
import type { SlackWorkspace } from './client.ts';
import { QUIET } from './post.ts';
import type { SlackMessage } from './render.ts';

/** Only what fits into one message: a changed one can't go on in another. */
export async function update(
  slack: SlackWorkspace,
  sent: Sent,
  [message, ...more]: readonly SlackMessage[],
): Promise<SendOutcome> {
  if (message === undefined || more.length > 0) {
    const line = 'The new text does not fit into the message: shorten it, or send a new message.';
    return { kind: 'failed', code: 'msg_too_long', line, certain: true };
  }
  const { text, blocks } = message;
  const { parse, link_names } = QUIET;
  const result = await slack.call('chat.update', sent.place, {
    ts: sent.id,
    text,
    blocks,
    parse,
    link_names,
  });
  return 'kind' in result ? result : { kind: 'done', sent };
}
