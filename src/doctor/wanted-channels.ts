// The channels that a config sends to.
import { placeOfTeam, placesOf } from '../notices/places.ts';
import type { Prepared } from '../run/prepare.ts';

export interface Wanted {
  /** Channels by workspace; the first has no name. */
  readonly slack: ReadonlyMap<string | undefined, readonly string[]>;
  readonly mail: boolean;
  /** Names of webhooks of other chats. */
  readonly webhooks: readonly string[];
}

/** What the config names, whether or not a message to it is due. */
export function channelsOf({ config }: Prepared): Wanted {
  const { audiences, teams, sections } = config;
  const { mockChannel } = (sections['slack'] ?? {}) as { readonly mockChannel?: string | undefined };
  const places = [
    ...placesOf(Object.keys(audiences), { audiences, teams, mockChannel }),
    ...(sections['slack'] === undefined
      ? []
      : Object.values(teams).flatMap((team) => placeOfTeam(team, { mockChannel }) ?? [])),
  ];
  const slack = new Map<string | undefined, string[]>();
  if (sections['slack'] !== undefined) slack.set(undefined, []);
  for (const { target } of places) {
    if (target.kind !== 'slack') continue;
    const before = slack.get(target.workspace) ?? [];
    slack.set(target.workspace, [...new Set([...before, target.channel])]);
  }
  const webhooks = places.flatMap(({ target }) => (target.kind === 'webhook' ? target.name : []));
  return {
    slack,
    webhooks: [...new Set(webhooks)],
    mail: places.some(({ target }) => target.kind === 'mail'),
  };
}
