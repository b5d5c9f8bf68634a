// The methods of Slack's Web API that relcomms calls, with the scope that each needs: nothing else can be called.

/** https://docs.slack.dev/reference/methods; slack-manifest.yml asks for these scopes and no others. */
export const SCOPE_OF = {
  'chat.postMessage': 'chat:write',
  'chat.update': 'chat:write',
  // Needs no scope.
  'chat.getPermalink': undefined,
  'pins.add': 'pins:write',
  'pins.remove': 'pins:write',
  'reactions.get': 'reactions:read',
  // Of a token alone; needs no scope.
  'auth.test': undefined,
  // Names of public channels, and whether the bot is in them.
  'conversations.list': 'channels:read',
} as const;

export type SlackMethod = keyof typeof SCOPE_OF;
