// By what the App sends messages: tokens of its environment for those it trusts, the wiki by the token of the installation.
import { randomUUID } from 'node:crypto';
import { lazyChannels } from '../channels/lazy-channels.ts';
import { wikiPlace } from '../channels/wiki-place.ts';
import type { Instant } from '../domain/day.ts';
import type { SendFailure } from '../domain/notice.ts';
import type { Channels } from '../domain/outbox.ts';
import type { RepositoryName } from '../github/client.ts';
import type { Clock } from '../github/pacer.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** One run that may send. */
export interface SendingRun {
  readonly repository: RepositoryName;
  readonly now: Instant;
  /** The account that the App belongs to. */
  readonly account: string | undefined;
  /** The installation's token; asked for when the wiki is written. */
  readonly token: () => Promise<string>;
  readonly clock: () => Instant;
}

export type ChannelsFor = (run: SendingRun) => Channels;

export function appChannels(env: Environment, baseUrl: string, wait: Clock['sleep']): ChannelsFor {
  return ({ repository, now, account, token, clock }) =>
    lazyChannels({
      env,
      now,
      clock,
      claim: randomUUID(),
      wait,
      barred: mayUse(env, repository.owner, account) ? undefined : barred(repository),
      wiki: async () => ({ ...wikiPlace(baseUrl, repository), token: await token(), env }),
    });
}

/**
 * Slack and the mail server are the operator's, and a config comes from whoever installs the App: it may use them when
 * it belongs to the account that owns the App, or to one that `MESSAGES_FOR` names.
 */
export function mayUse(env: Environment, owner: string, account: string | undefined): boolean {
  const named = (env['MESSAGES_FOR'] ?? '').split(',').map((name) => name.trim().toLowerCase());
  if (named.includes('*')) return true;
  return owner !== '' && [account?.toLowerCase(), ...named].includes(owner.toLowerCase());
}

function barred({ owner }: RepositoryName): SendFailure {
  const line = `This App sends no messages for ${owner}: its operator can add that account to MESSAGES_FOR.`;
  return { kind: 'failed', code: 'not-for-this-account', line, certain: true };
}
