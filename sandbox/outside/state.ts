// What people see beside GitHub: workspaces, mails, the wiki and the pages of the web, as plain data.
import type { Instant } from '../../src/domain/day.ts';
import type { ChatMessage } from '../chat/start.ts';
import type { KeptMail } from '../mail-server/start.ts';
import type { SlackChannel, SlackPosted, SlackReply } from '../slack/snapshot.ts';
import type { EmbeddedSlack } from '../slack/start.ts';
import type { Servers } from './servers.ts';

export interface SeenReply extends SlackReply {
  readonly author: string;
  /** On the clock of the scenario; absent for what people wrote and for the second part of a long message. */
  readonly at: Instant | undefined;
}

export interface SeenMessage extends Omit<SlackPosted, 'replies' | 'reactions'>, SeenReply {
  readonly replies: readonly SeenReply[];
  readonly reactions: readonly { readonly name: string; readonly by: readonly string[] }[];
}

export interface SeenChannel extends Omit<SlackChannel, 'messages'> {
  readonly messages: readonly SeenMessage[];
}

export interface SeenWorkspace {
  /** Undefined is the first one. */
  readonly workspace: string | undefined;
  readonly channels: readonly SeenChannel[];
}

export interface SeenPage {
  /** `Release-1.10.0.md`. */
  readonly file: string;
  readonly text: string;
}

export interface OutsideState {
  readonly slack: readonly SeenWorkspace[];
  /** Oldest first. */
  readonly mails: readonly KeptMail[];
  /** Of other chats, oldest first. */
  readonly chats: readonly ChatMessage[];
  readonly wiki: { readonly pages: readonly SeenPage[]; readonly history: readonly string[] } | undefined;
  /** Addresses that answer. */
  readonly published: readonly string[];
}

/** When a message was sent, by `ts` within its workspace. */
export type SentAt = (workspace: string | undefined, ts: string) => Instant | undefined;

/** All but the wiki. */
export async function seenElsewhere(servers: Servers, sentAt: SentAt): Promise<Omit<OutsideState, 'wiki'>> {
  return {
    slack: await Promise.all(
      [...servers.slack].map(([workspace, slack]) => seenIn(slack, workspace, sentAt)),
    ),
    mails: [...(servers.mail?.mails ?? [])],
    chats: [...(servers.chat?.messages ?? [])],
    published: servers.web.published,
  };
}

async function seenIn(
  slack: EmbeddedSlack,
  workspace: string | undefined,
  sentAt: SentAt,
): Promise<SeenWorkspace> {
  const [channels, names] = await Promise.all([slack.state(), slack.names()]);
  const nameOf = (id: string): string => names.get(id) ?? id;
  const seen = <Reply extends SlackReply>(reply: Reply) => ({
    ...reply,
    author: nameOf(reply.user),
    at: sentAt(workspace, reply.ts),
  });
  return {
    workspace,
    channels: channels
      .filter(({ name, messages }) => slack.channels.includes(name) || messages.length > 0)
      .map((channel) => ({
        ...channel,
        messages: channel.messages.map((message) => ({
          ...seen(message),
          replies: message.replies.map(seen),
          reactions: message.reactions.map(({ name, users }) => ({ name, by: users.map(nameOf) })),
        })),
      })),
  };
}

/** Its pages and who changed them; undefined when there is none. */
export async function seenWiki({ wiki }: Servers): Promise<OutsideState['wiki']> {
  if (wiki === undefined) return undefined;
  const [pages, history] = await Promise.all([wiki.pages(), wiki.history()]);
  return { pages, history };
}
