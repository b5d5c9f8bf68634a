// Which variables of the environment hold what the channels need; the config names none of it.

/** `SLACK_BOT_TOKEN`, or `SLACK_BOT_TOKEN_COMMUNITY` for the workspace `community`. */
export function tokenVariable(workspace?: string): string {
  return workspace === undefined ? 'SLACK_BOT_TOKEN' : `SLACK_BOT_TOKEN_${inCapitals(workspace)}`;
}

/** `WEBHOOK_COMMUNITY_CHAT` for the webhook `community-chat`. */
export function webhookVariable(name: string): string {
  return `WEBHOOK_${inCapitals(name)}`;
}

/** What is no letter or digit becomes a `_`. */
function inCapitals(name: string): string {
  return name.toUpperCase().replaceAll(/[^A-Z0-9]+/g, '_');
}
