// A group of the config that hears of a release beyond its issues.

export interface AudienceChannels {
  /** Channels on Slack. */
  readonly slack: readonly string[];
  /** Whether the channel of every team is among them. */
  readonly teams: boolean;
  readonly workspace?: string | undefined;
  readonly mail: readonly string[];
  /** Names of webhooks of other chats. */
  readonly webhook: readonly string[];
  /** A category of the repository's discussions. */
  readonly discussions?: string | undefined;
  readonly reach: 'internal' | 'external';
  /** A role that approves each message. */
  readonly approval?: string | undefined;
}

/** What of a team matters to messages. */
export interface TeamChannel {
  /** `#team-api` or the ID of a channel. */
  readonly slack?: string | undefined;
}
