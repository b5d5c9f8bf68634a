// Everything of one world that is not GitHub; nothing is started for a config that sends nothing.
import type { Instant } from '../../src/domain/day.ts';
import type { Channels } from '../../src/domain/outbox.ts';
import { outsideChannels } from './channels.ts';
import { needsAny } from './needs.ts';
import type { OutsideOrder } from './order.ts';
import { type Servers, type ServersOptions, startServers } from './servers.ts';
import { type OutsideState, seenElsewhere, seenWiki } from './state.ts';

export interface Outside {
  /** For one run. */
  channels(now: Instant): Channels;
  state(): Promise<OutsideState>;
  /** Rejects when Slack refuses it. */
  carryOut(order: OutsideOrder): Promise<void>;
  close(): Promise<void>;
}

/** Undefined when the config needs nothing. */
export async function startOutside(options: ServersOptions): Promise<Outside | undefined> {
  if (!needsAny(options.needs)) return undefined;
  const servers = await startServers(options);
  const sentAt = new Map<string, Instant>();
  // Looking takes dozens of requests, and programs for the wiki: only after something has changed.
  let seen: Promise<OutsideState> | undefined;
  let wiki: OutsideState['wiki'];
  const look = async (): Promise<OutsideState> => {
    wiki ??= await seenWiki(servers);
    return { ...(await seenElsewhere(servers, (workspace, ts) => sentAt.get(keyOf(workspace, ts)))), wiki };
  };
  return {
    channels: (now) => {
      const channels = outsideChannels(servers, now, ({ target }, { id }) => {
        seen = undefined;
        if (target.kind === 'wiki') wiki = undefined;
        if (target.kind !== 'slack') return;
        const key = keyOf(target.workspace, id);
        if (!sentAt.has(key)) sentAt.set(key, now);
      });
      const takeBack: Channels['takeBack'] = async (what, sent) => {
        seen = undefined;
        wiki = undefined;
        return await channels.takeBack(what, sent);
      };
      return { ...channels, takeBack };
    },
    state: () => (seen ??= look()),
    carryOut: async (order) => {
      seen = undefined;
      await carryOut(servers, order);
    },
    close: () => servers.close(),
  };
}

function keyOf(workspace: string | undefined, ts: string): string {
  return `${workspace ?? ''} ${ts}`;
}

async function carryOut({ slack, web }: Servers, order: OutsideOrder): Promise<void> {
  if (order.action === 'publish-page') return web.publish(order.url);
  const running = slack.get(order.workspace);
  const channels = (await running?.state()) ?? [];
  const channel = channels.find(({ name }) => name === order.channel.replace('#', ''));
  if (running === undefined || channel === undefined) throw new Error(`there is no channel ${order.channel}`);
  if (order.action === 'archive-channel')
    return void (await running.as(order.as, 'conversations.archive', { channel: channel.id }));
  const all = channel.messages.flatMap((message) => [message, ...message.replies]);
  const found = all.findLast(({ text }) => text.includes(order.message));
  if (found === undefined) throw new Error(`no message in ${order.channel} has these words`);
  await running.as(order.as, 'reactions.add', {
    channel: channel.id,
    timestamp: found.ts,
    name: order.emoji,
  });
}
