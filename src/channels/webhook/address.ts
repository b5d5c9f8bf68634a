// Finds the address of a webhook in the environment: the config knows its name alone.
import { webhookVariable } from '../../domain/channel-variables.ts';
import type { SendFailure } from '../../domain/notice.ts';
import { mayBePublic } from '../public-only.ts';
import type { Environment } from '../slack/tokens.ts';

/** `privateToo`: it may be on this machine or in a private network. No failure repeats the address, which is a secret. */
export function webhookAddress(env: Environment, name: string, privateToo: boolean): URL | SendFailure {
  const variable = webhookVariable(name);
  const given = env[variable]?.trim() ?? '';
  if (given === '')
    return failed(
      'no-webhook',
      `There is no address for the webhook ${name}: set the variable ${variable} to the one that the chat shows.`,
    );
  const url = URL.canParse(given) ? new URL(given) : undefined;
  if (url === undefined || !['https:', 'http:'].includes(url.protocol) || url.username !== '')
    return failed('bad-webhook', `${variable} is no https: address: copy it from the chat again.`);
  if (!privateToo && !mayBePublic(given))
    return failed(
      'private-webhook',
      `${variable} is no public https: address: use one, or set RELCOMMS_PRIVATE_PAGES to yes where the chat is in your own network.`,
    );
  return isDiscord(url) && !/\/slack\/?$/.test(url.pathname)
    ? failed('bad-webhook', `${variable} is an address of Discord: add /slack to its end.`)
    : url;
}

/** https://discord.com/developers/docs/resources/webhook#execute-slackcompatible-webhook */
export function isDiscord({ hostname }: URL): boolean {
  return /(?:^|\.)discord(?:app)?\.com$/.test(hostname);
}

function failed(code: string, line: string): SendFailure {
  return { kind: 'failed', code, line, certain: true };
}
