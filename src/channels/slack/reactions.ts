// Reads the reactions on one message of ours: who says that they have read it.
import type { SendFailure, Sent } from '../../domain/notice.ts';
import type { Reaction } from '../../domain/seen.ts';
import type { SlackWorkspace } from './client.ts';

/** Of this message alone: nothing else in the channel is ever read. Those of its author, the bot, are left out. */
export async function readReactions(
  slack: SlackWorkspace,
  sent: Sent,
): Promise<readonly Reaction[] | SendFailure> {
  const result = await slack.call('reactions.get', sent.place, { timestamp: sent.id, full: true });
  if ('kind' in result) return result;
  const { reactions, user } = (result.answer['message'] ?? {}) as { reactions?: unknown; user?: unknown };
  return (Array.isArray(reactions) ? reactions : []).flatMap((raw) => decode(raw, user));
}

function decode(raw: unknown, author: unknown): Reaction[] {
  const { name, users } = (raw ?? {}) as { name?: unknown; users?: unknown };
  if (typeof name !== 'string' || !Array.isArray(users)) return [];
  return [{ name, users: users.filter((user) => typeof user === 'string' && user !== author) }];
}
