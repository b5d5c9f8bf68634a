// What a config needs: workspaces with channels, a mail server, a wiki; on GitHub categories of discussions, and labels.
import type { Config } from '../../src/config/config.ts';
import { sectionOf } from '../../src/duties/book-of.ts';
import type { AnyDuty } from '../../src/duties/duty.ts';
import { DUTIES } from '../../src/duties/index.ts';

export interface WorkspaceNeed {
  /** As the audiences call it; undefined is the first one. */
  readonly workspace: string | undefined;
  /** Names without `#`. */
  readonly channels: readonly string[];
}

export interface Needs {
  readonly slack: readonly WorkspaceNeed[];
  readonly mail: boolean;
  /** Names of webhooks of another chat. */
  readonly webhooks: readonly string[];
  readonly wiki: boolean;
  /** Categories of discussions on GitHub. */
  readonly discussions: readonly string[];
  /** Labels that people put on issues and pull requests: relcomms makes none of them. */
  readonly labels: readonly string[];
}

/** Nothing where the config names no places. Any duty may write to its audiences. */
export function needsOf(config: Config, duties: readonly AnyDuty[] = DUTIES): Needs {
  const audiences = Object.values(config.audiences);
  return {
    slack: workspacesOf(config),
    mail: audiences.some(({ mail }) => mail.length > 0),
    webhooks: [...new Set(audiences.flatMap(({ webhook }) => webhook))],
    wiki: Object.hasOwn(config.sections, 'wiki'),
    discussions: audiences.flatMap(({ discussions }) => discussions ?? []),
    labels: labelsOf(config, duties),
  };
}

/** Each once; GitHub tells labels apart without regard to capitals. */
function labelsOf({ sections }: Config, duties: readonly AnyDuty[]): string[] {
  const all = duties.flatMap((duty) => {
    const config = sections[sectionOf(duty)];
    return config === undefined ? [] : (duty.marks?.(config) ?? []).flatMap(({ names }) => names);
  });
  return [...new Map(all.map((name) => [name.toLowerCase(), name])).values()];
}

function workspacesOf({ sections, audiences, teams }: Config): WorkspaceNeed[] {
  const groups = Object.values(audiences);
  const named = groups.flatMap(({ workspace, slack }) => slack.map((channel) => ({ workspace, channel })));
  // The section `slack` writes to every team, and to one channel in place of all others.
  const section = sections['slack'] as { mockChannel?: string | undefined } | undefined;
  const toTeams = section !== undefined || groups.some((group) => group.teams);
  const own = [...(toTeams ? Object.values(teams) : []).map(({ slack }) => slack), section?.mockChannel];
  const all = [
    ...named,
    ...own.flatMap((channel) => (channel === undefined ? [] : [{ workspace: undefined, channel }])),
  ];
  const channels = new Map<string | undefined, Set<string>>();
  for (const { workspace, channel } of all) {
    // An id names a channel that Slack numbers itself.
    if (!channel.startsWith('#')) continue;
    channels.set(workspace, (channels.get(workspace) ?? new Set()).add(channel.slice(1)));
  }
  return [...channels].map(([workspace, names]) => ({ workspace, channels: [...names] }));
}

/** Whether there is anything to start beside GitHub. */
export function needsAny({ slack, mail, webhooks, wiki, discussions }: Needs): boolean {
  return slack.length > 0 || webhooks.length > 0 || mail || wiki || discussions.length > 0;
}
