// Reads the reactions on one message of ours: who says that they have read it.
import type { SendFailure, Sent } from '../../domain/notice.ts';
import type { SlackWorkspace } from './client.ts';

export interface Reaction {
  /** Without colons: `white_check_mark`. */
  readonly name: string;
  /** Ids of people; of a crowd Slack names some only. */
  readonly users: readonly string[];
}

/** Of this message alone: nothing else in the channel is ever read. */
export async function readReactions(
  slack: SlackWorkspace,
  sent: Sent,
): Promise<readonly Reaction[] | SendFailure> {
  const result = await slack.call('reactions.get', sent.place, { timestamp: sent.id, full: true });
  if ('kind' in result) return result;
  const { reactions } = (result.answer['message'] ?? {}) as { reactions?: unknown };
  return (Array.isArray(reactions) ? reactions : []).flatMap(decode);
}

function decode(raw: unknown): Reaction[] {
  const { name, users } = (raw ?? {}) as { name?: unknown; users?: unknown };
  if (typeof name !== 'string' || !Array.isArray(users)) return [];
  return [{ name, users: users.filter((user) => typeof user === 'string') }];
}
