// What the embedded Slack starts with: a workspace, its channels, its people, and the token of our bot.

export interface SlackSeed {
  /** Name of the workspace. */
  readonly workspace: string;
  /** Names without `#`. The bot is in all of them. */
  readonly channels: readonly string[];
  /** Names of people; each gets a token of their own. */
  readonly people: readonly string[];
  /** Scopes of the bot. */
  readonly scopes: readonly string[];
}

export const BOT_NAME = 'relcomms';
export const BOT_TOKEN = 'xoxb-embedded-relcomms';

/** The token with which a person writes and reacts; it opens nothing but the embedded Slack. */
export function personToken(name: string): string {
  return `xoxp-embedded-${name}`;
}

/** The seed in the words of the emulator. The watcher reads what people would see. */
export function emulatorSeed(seed: SlackSeed): Record<string, unknown> {
  const names = [BOT_NAME, ...seed.people];
  return {
    slack: {
      team: { name: seed.workspace, domain: seed.workspace },
      users: names.map((name) => ({ name, real_name: name })),
      // Whoever posts may write `#name`; the emulator knows a channel by one name only.
      channels: seed.channels.map((name) => ({ name: `#${name}` })),
      tokens: [
        { token: BOT_TOKEN, user: BOT_NAME, scopes: seed.scopes },
        ...seed.people.map((name) => ({ token: personToken(name), user: name })),
        { token: personToken(WATCHER), user: names[0] },
      ],
      strict_scopes: true,
    },
  };
}

/** Sees everything, for the page and for tests. */
export const WATCHER = 'watcher';
