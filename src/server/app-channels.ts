// By what the App sends messages: tokens of the environment, the wiki by the token of the installation.
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { lazyChannels } from '../channels/lazy-channels.ts';
import { wikiPlace } from '../channels/wiki-place.ts';
import type { Instant } from '../domain/day.ts';
import type { Channels } from '../domain/outbox.ts';
import type { RepositoryName } from '../github/client.ts';
import { isLoopback } from '../github/loopback.ts';

/** Makes the channels of one run. `token` is asked for when the wiki is written. */
export type ChannelsFor = (
  repository: RepositoryName,
  now: Instant,
  token: () => Promise<string>,
  clock?: () => Instant,
) => Channels;

export function appChannels(env: Readonly<Record<string, string | undefined>>, baseUrl: string): ChannelsFor {
  return (repository, now, token, clock) =>
    lazyChannels({
      env,
      now,
      clock,
      claim: randomUUID(),
      wait: (milliseconds) => sleep(milliseconds),
      ...(isLoopback(baseUrl) ? { settle: 0, privatePages: true } : {}),
      wiki: async () => ({ ...wikiPlace(baseUrl, repository), token: await token(), env }),
    });
}
