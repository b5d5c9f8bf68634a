// What a refusal of Slack means, in one line with its fix.
import { ErrorCode } from '@slack/web-api';
import type { SendFailure } from '../../domain/notice.ts';
import { plainLine } from '../../text/plain-line.ts';
import { shorten } from '../../text/shorten.ts';
import type { SlackMethod } from './methods.ts';

/** What was tried, for the words. */
export interface Attempt {
  readonly method: SlackMethod;
  readonly channel: string;
  /** The variable that the token came from. */
  readonly variable: string;
}

/** https://docs.slack.dev/reference/methods/chat.postMessage and its neighbours, section "Errors". */
const LINES: Readonly<Record<string, ((attempt: Attempt) => string) | undefined>> = {
  not_in_channel: ({ channel }) => `The bot is not in ${channel}: invite it there with /invite.`,
  channel_not_found: ({ channel }) =>
    `Slack shows the bot no channel ${channel}: correct its name, or invite the bot if the channel is private.`,
  is_archived: ({ channel }) => `The channel ${channel} is archived: name another one, or unarchive it.`,
  invalid_auth: ({ variable }) => `Slack rejects the token: put a new bot token into ${variable}.`,
  missing_scope: ({ method }) =>
    `The token cannot call ${method}: give the app the scopes of slack-manifest.yml and install it again.`,
  too_many_pins: ({ channel }) =>
    `The channel ${channel} has as many pins as Slack takes: unpin an old message.`,
  message_not_found: ({ channel }) =>
    `The message is no longer in ${channel}: nothing to do, unless it is missed.`,
  cant_update_message: () => 'The message was written by another account: only its author can change it.',
  edit_window_closed: () =>
    'The workspace lets nobody change messages as old as this one: change that setting, or let it be.',
  restricted_action: ({ channel }) =>
    `The workspace does not let the bot post in ${channel}: let an admin allow it.`,
  no_permission: ({ channel }) =>
    `The workspace does not let the bot do this in ${channel}: let an admin allow it.`,
};

const SAME_AS: Readonly<Record<string, string | undefined>> = {
  token_revoked: 'invalid_auth',
  token_expired: 'invalid_auth',
  account_inactive: 'invalid_auth',
  not_authed: 'invalid_auth',
  restricted_action_read_only_channel: 'restricted_action',
  restricted_action_thread_only_channel: 'restricted_action',
  restricted_action_non_threadable_channel: 'restricted_action',
};

/** Slack may have done it before it said so. */
const UNSURE = new Set([
  'internal_error',
  'fatal_error',
  'service_unavailable',
  'request_timeout',
  'team_added_to_org',
]);

/** Refusals of the connection itself: nothing was sent. */
const NEVER_SENT = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'UND_ERR_CONNECT_TIMEOUT']);

/** Words of Slack are used only where they are one of its codes: an error holds the whole request, token and all. */
export function slackFailure(error: unknown, attempt: Attempt): SendFailure {
  const { code, data } = error as { code?: unknown; data?: { error?: unknown } };
  const known = code === ErrorCode.PlatformError ? String(data?.error) : undefined;
  if (known !== undefined && /^[a-z_]{1,60}$/.test(known)) return platformFailure(known, attempt);
  const never = causes(error).some((one) => NEVER_SENT.has(one));
  return never
    ? failure('no-connection', "relcomms couldn't reach Slack: check the network and SLACK_API_URL.", true)
    : failure('no-answer', 'Slack gave no readable answer: check the channel before sending again.', false);
}

/** After a wait that would be longer than what is left for it. */
export function limited(seconds: number): SendFailure {
  const line = `Slack asks to wait ${Math.ceil(seconds)} seconds: the next run tries again.`;
  return failure('ratelimited', line, true);
}

function platformFailure(code: string, attempt: Attempt): SendFailure {
  const words = { ...attempt, channel: shorten(plainLine(attempt.channel), 80) };
  const line = LINES[SAME_AS[code] ?? code];
  const certain = !UNSURE.has(code);
  if (line !== undefined) return failure(code, line(words), certain);
  const fix = certain
    ? 'see the documentation of the method for its meaning.'
    : 'check the channel before sending again.';
  return failure(code, `Slack answered ${code} to ${attempt.method}: ${fix}`, certain);
}

function failure(code: string, line: string, certain: boolean): SendFailure {
  return { kind: 'failed', code, line, certain };
}

/** The codes of an error and of what caused it. */
function causes(error: unknown): string[] {
  const codes: string[] = [];
  for (let at = error; typeof at === 'object' && at !== null && codes.length < 9;) {
    const { code, cause } = at as { code?: unknown; cause?: unknown };
    codes.push(String(code));
    at = cause;
  }
  return codes;
}
