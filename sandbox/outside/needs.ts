// What the messages of a config need: workspaces with their channels, a mail server, a wiki, categories of discussions.
import type { Config } from '../../src/config/config.ts';

export interface WorkspaceNeed {
  /** As the audiences call it; undefined is the first one. */
  readonly workspace: string | undefined;
  /** Names without `#`. */
  readonly channels: readonly string[];
}

export interface Needs {
  readonly slack: readonly WorkspaceNeed[];
  readonly mail: boolean;
  readonly wiki: boolean;
  /** Categories of discussions on GitHub. */
  readonly discussions: readonly string[];
}

/** Nothing where the config sends nothing. */
export function needsOf({ sections, audiences, teams }: Config): Needs {
  const wiki = Object.hasOwn(sections, 'wiki');
  if (!Object.hasOwn(sections, 'slack')) return { slack: [], mail: false, wiki, discussions: [] };
  const { mockChannel } = sections['slack'] as { mockChannel?: string | undefined };
  const named = Object.values(audiences).flatMap(({ workspace, slack }) =>
    slack.map((channel) => ({ workspace, channel })),
  );
  const own = [...Object.values(teams).map(({ slack }) => slack), mockChannel].flatMap((channel) =>
    channel === undefined ? [] : [{ workspace: undefined, channel }],
  );
  const channels = new Map<string | undefined, Set<string>>();
  for (const { workspace, channel } of [...named, ...own]) {
    // An id names a channel that Slack numbers itself.
    if (!channel.startsWith('#')) continue;
    channels.set(workspace, (channels.get(workspace) ?? new Set()).add(channel.slice(1)));
  }
  return {
    slack: [...channels].map(([workspace, names]) => ({ workspace, channels: [...names] })),
    mail: Object.values(audiences).some(({ mail }) => mail.length > 0),
    wiki,
    discussions: Object.values(audiences).flatMap(({ discussions }) => discussions ?? []),
  };
}

/** Whether there is anything to start. */
export function needsAny({ slack, mail, wiki, discussions }: Needs): boolean {
  return slack.length > 0 || mail || wiki || discussions.length > 0;
}
