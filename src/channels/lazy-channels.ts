// Loads what sends messages only when there is one to send: most runs have none.
import type { Channels } from '../domain/outbox.ts';
import type { ChannelOptions } from './channels.ts';

export type { ChannelOptions } from './channels.ts';

export function lazyChannels(options: ChannelOptions): Channels {
  let loading: Promise<Channels> | undefined;
  const load = () => (loading ??= import('./channels.ts').then(({ channelsOf }) => channelsOf(options)));
  return {
    claim: options.claim,
    clock: options.clock,
    settle: async () => (await load()).settle(),
    unreachable: async (pages) => (await load()).unreachable(pages),
    reactions: async (sent) => (await load()).reactions(sent),
    takeBack: async (what, sent) => (await load()).takeBack(what, sent),
    send: async (notice, thread) => (await load()).send(notice, thread),
    update: async (notice, sent) => (await load()).update(notice, sent),
  };
}
