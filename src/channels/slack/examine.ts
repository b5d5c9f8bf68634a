// Looks whether a workspace accepts the token, with which scopes, and in which public channels the bot is.
import type { SendFailure } from '../../domain/notice.ts';
import type { SlackWorkspace } from './client.ts';
import { SCOPE_OF } from './methods.ts';

export interface SlackChannelState {
  /** `#team-api` or the id, as asked for. */
  readonly channel: string;
  /** `absent`: no public channel has that name, so it is private or does not exist. */
  readonly state: 'in' | 'out' | 'archived' | 'absent' | 'unknown';
}

export interface SlackState {
  readonly workspace: string;
  readonly bot: string;
  /** Those of the manifest that the token lacks; undefined where Slack names no scopes. */
  readonly lacking: readonly string[] | undefined;
  readonly channels: readonly SlackChannelState[];
}

/** A workspace of 10,000 channels; in larger ones the rest is unknown. */
const MOST_PAGES = 10;
const PAGE = 1000;

interface Channel {
  readonly id?: unknown;
  readonly name?: unknown;
  readonly is_member?: unknown;
  readonly is_archived?: unknown;
}

/** Reads only; no message of anybody. */
export async function examineSlack(
  slack: SlackWorkspace,
  channels: readonly string[],
): Promise<SlackState | SendFailure> {
  const who = await slack.call('auth.test', undefined, {});
  if ('kind' in who) return who;
  const { team, user, response_metadata: metadata } = who.answer;
  const scopes = (metadata as { scopes?: unknown } | undefined)?.scopes;
  const given = Array.isArray(scopes) ? scopes.filter((one) => typeof one === 'string') : undefined;
  const wanted = [...new Set(Object.values(SCOPE_OF).filter((scope) => scope !== undefined))];
  return {
    workspace: textOf(team),
    bot: textOf(user),
    lacking: given && wanted.filter((scope) => !given.includes(scope)),
    channels: channels.length === 0 ? [] : await statesOf(slack, channels),
  };
}

async function statesOf(slack: SlackWorkspace, asked: readonly string[]): Promise<SlackChannelState[]> {
  const listed = await listChannels(slack);
  return asked.map((channel) => {
    const name = channel.replace(/^#/, '');
    const found = listed.channels.find(
      (one) => one.id === channel || textOf(one.name).replace(/^#/, '') === name,
    );
    return { channel, state: found === undefined ? (listed.isWhole ? 'absent' : 'unknown') : stateOf(found) };
  });
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function stateOf({ is_member: isMember, is_archived: isArchived }: Channel): SlackChannelState['state'] {
  if (isArchived === true) return 'archived';
  if (isMember === true) return 'in';
  return isMember === false ? 'out' : 'unknown';
}

async function listChannels(
  slack: SlackWorkspace,
): Promise<{ readonly channels: readonly Channel[]; readonly isWhole: boolean }> {
  const found: Channel[] = [];
  let cursor = '';
  for (let page = 0; page < MOST_PAGES; page++) {
    // oxlint-disable-next-line no-await-in-loop -- each page names the next
    const result = await slack.call('conversations.list', undefined, {
      types: 'public_channel',
      limit: PAGE,
      ...(cursor === '' ? {} : { cursor }),
    });
    if ('kind' in result) return { channels: found, isWhole: false };
    const { channels, response_metadata: metadata } = result.answer;
    if (!Array.isArray(channels)) return { channels: found, isWhole: false };
    found.push(...(channels as Channel[]));
    const next = (metadata as { next_cursor?: unknown } | undefined)?.next_cursor;
    if (typeof next !== 'string' || next === '') return { channels: found, isWhole: true };
    cursor = next;
  }
  return { channels: found, isWhole: false };
}
