// What people see in the embedded Slack: channels with their messages, threads, pins and reactions.

export interface SlackReply {
  readonly ts: string;
  /** Id of its author. */
  readonly user: string;
  readonly text: string;
  readonly blocks: readonly unknown[];
}

export interface SlackPosted extends SlackReply {
  readonly edited: boolean;
  readonly pinned: boolean;
  readonly reactions: readonly { readonly name: string; readonly users: readonly string[] }[];
  /** Oldest first. */
  readonly replies: readonly SlackReply[];
}

export interface SlackChannel {
  readonly id: string;
  readonly name: string;
  readonly archived: boolean;
  /** Oldest first, without those in threads. */
  readonly messages: readonly SlackPosted[];
}

type Ask = (method: string, body: Readonly<Record<string, unknown>>) => Promise<unknown>;

interface RawMessage {
  readonly ts: string;
  readonly user: string;
  readonly text: string;
  readonly blocks?: readonly unknown[];
  readonly edited?: object;
  readonly thread_ts?: string;
  readonly reply_count?: number;
  readonly reactions?: SlackPosted['reactions'];
}

/** Everything in all channels; archived ones too. */
export async function snapshotOf(ask: Ask): Promise<SlackChannel[]> {
  const { channels } = (await ask('conversations.list', { limit: 1_000, exclude_archived: false })) as {
    channels: readonly { id: string; name: string; is_archived: boolean }[];
  };
  return Promise.all(
    channels.map(async ({ id, name, is_archived }) => ({
      id,
      name: name.replace('#', ''),
      archived: is_archived,
      messages: await messagesOf(ask, id),
    })),
  );
}

/** Names of people by id. */
export async function namesOf(ask: Ask): Promise<ReadonlyMap<string, string>> {
  const { members } = (await ask('users.list', { limit: 1_000 })) as {
    members: readonly { id: string; name: string }[];
  };
  return new Map(members.map(({ id, name }) => [id, name]));
}

async function messagesOf(ask: Ask, channel: string): Promise<SlackPosted[]> {
  const history = (await ask('conversations.history', { channel, limit: 1_000 })) as {
    messages: readonly RawMessage[];
  };
  const pins = (await ask('pins.list', { channel })) as {
    items: readonly { message: { ts: string } }[];
  };
  const pinned = new Set(pins.items.map(({ message }) => message.ts));
  const roots = history.messages.filter(({ ts, thread_ts }) => thread_ts === undefined || thread_ts === ts);
  const posted = await Promise.all(
    roots.map(async (message) => ({
      ...plain(message),
      edited: message.edited !== undefined,
      pinned: pinned.has(message.ts),
      reactions: (message.reactions ?? []).map(({ name, users }) => ({ name, users })),
      replies: await repliesOf(ask, channel, message),
    })),
  );
  return posted.toSorted((a, b) => Number(a.ts) - Number(b.ts));
}

async function repliesOf(ask: Ask, channel: string, { ts, reply_count }: RawMessage): Promise<SlackReply[]> {
  if ((reply_count ?? 0) === 0) return [];
  const { messages } = (await ask('conversations.replies', { channel, ts, limit: 1_000 })) as {
    messages: readonly RawMessage[];
  };
  return messages.filter((message) => message.ts !== ts).map(plain);
}

function plain({ ts, user, text, blocks }: RawMessage): SlackReply {
  return { ts, user, text, blocks: blocks ?? [] };
}
