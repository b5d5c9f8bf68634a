// Sends by whatever channel a notice goes to; each run has its own.
import type { LeftStanding } from '../domain/cleanup-operation.ts';
import type { Instant } from '../domain/day.ts';
import type { Notice, SendFailure, SendOutcome, Sent } from '../domain/notice.ts';
import type { Channels } from '../domain/outbox.ts';
import { askPages } from './ask-pages.ts';
import { mailSettings } from './mail/settings.ts';
import { sendMail } from './mail/send.ts';
import { type SlackWorkspace, slackWorkspace } from './slack/client.ts';
import { pin, unpin } from './slack/pin.ts';
import { post } from './slack/post.ts';
import { readReactions } from './slack/reactions.ts';
import { renderSlack } from './slack/render.ts';
import type { Environment } from './slack/tokens.ts';
import { update } from './slack/update.ts';
import { sendToWebhook } from './webhook/send.ts';

import { renderWiki } from './wiki/render.ts';
import { type WikiAuthor, writePage } from './wiki/write-page.ts';
import type { WikiPlace } from './wiki/git.ts';

/** How long the claim of another run may take to be seen, in milliseconds. */
const SETTLE = 2_000;

export interface ChannelOptions {
  /** Tokens and addresses. */
  readonly env: Environment;
  readonly now: Instant;
  /** A name that no other run has. */
  readonly claim: string;
  readonly wait: (milliseconds: number) => Promise<void>;
  /** Why this run may use neither Slack, nor another chat, nor the mail server; absent: it may. */
  readonly barred?: SendFailure | undefined;
  /** The wiki of the repository; absent where its address is not known. */
  readonly wiki?: (() => Promise<WikiPlace & { readonly author: WikiAuthor }>) | undefined;
  /**
   * Whether pages on this machine and in private networks may be asked for: in trials only. Default: as
   * `RELCOMMS_PRIVATE_PAGES` says.
   */
  readonly privatePages?: boolean | undefined;
  /** Milliseconds; default: long enough for GitHub. */
  readonly settle?: number | undefined;
  /** The time as it goes on; absent: the run takes no time. */
  readonly clock?: (() => Instant) | undefined;
}

export function channelsOf(options: ChannelOptions): Channels {
  const { env, now, claim, wait, settle = SETTLE } = options;
  const workspaces = new Map<string | undefined, ReturnType<typeof slackWorkspace>>();
  const workspaceOf = (name: string | undefined) => {
    if (options.barred !== undefined) return options.barred;
    const known = workspaces.get(name) ?? slackWorkspace({ env, workspace: name, wait });
    workspaces.set(name, known);
    return known;
  };
  const privateToo = options.privatePages ?? env['RELCOMMS_PRIVATE_PAGES'] === 'yes';
  return {
    claim,
    clock: options.clock,
    settle: () => wait(settle),
    unreachable: askPages({
      privateToo,
      barred: options.barred?.line,
    }),
    reactions: async (sent) => {
      const slack = workspaceOf(undefined);
      return 'kind' in slack ? slack : await readReactions(slack, sent);
    },
    send: async (notice, thread) => {
      const { target } = notice;
      if (target.kind === 'wiki') return await toWiki(notice, options);
      if (target.kind === 'slack') return await toSlack(workspaceOf(target.workspace), notice, thread);
      if (target.kind === 'webhook')
        return options.barred ?? (await sendToWebhook(notice, target.name, { env, privateToo }));
      const settings = options.barred ?? mailSettings(env);
      return 'kind' in settings ? settings : await sendMail(settings, notice, target.to, now);
    },
    takeBack: async (what, sent) => {
      if (what.kind === 'wiki') return await outOfWiki(what, options);
      const slack = workspaceOf(what.workspace);
      return 'kind' in slack ? slack : await unpin(slack, sent);
    },
    update: async (notice, sent) => {
      const { target } = notice;
      if (target.kind === 'wiki') return await toWiki(notice, options);
      if (target.kind === 'mail' || target.kind === 'webhook') return { kind: 'done', sent, already: true };
      const slack = workspaceOf(target.workspace);
      return 'kind' in slack ? slack : await update(slack, sent, renderSlack(notice));
    },
  };
}

/** The message to answer was deleted or takes no answers: https://docs.slack.dev/reference/methods/chat.postMessage */
const NO_THREAD = new Set([
  'thread_not_found',
  'message_not_found',
  'cannot_reply_to_message',
  'restricted_action_non_threadable_channel',
]);

/** A message that could not be pinned is sent all the same, and that is said. */
async function toSlack(
  slack: SlackWorkspace | Extract<SendOutcome, { kind: 'failed' }>,
  notice: Notice,
  thread: Sent | undefined,
): Promise<SendOutcome> {
  if ('kind' in slack) return slack;
  const { target } = notice;
  const channel = target.kind === 'slack' ? target.channel : '';
  const messages = renderSlack(notice);
  const below = await post(slack, thread?.place ?? channel, messages, thread?.id);
  const noThread = thread !== undefined && below.kind === 'failed' && NO_THREAD.has(below.code);
  const outcome = noThread ? await post(slack, channel, messages) : below;
  if (outcome.kind === 'failed' || notice.pin !== true) return outcome;
  const pinned = await pin(slack, outcome.sent);
  if (pinned.kind === 'done') return outcome;
  return { ...outcome, detail: `It was sent and not pinned. ${pinned.line}` };
}

const NO_WIKI: SendFailure = {
  kind: 'failed',
  code: 'no-wiki',
  line: 'The address of the wiki is not known to this run: only the App and the Action write it.',
  certain: true,
};

async function toWiki(
  { target, title, lines, why }: Notice,
  { wiki, now }: ChannelOptions,
): Promise<SendOutcome> {
  if (target.kind !== 'wiki' || wiki === undefined) return NO_WIKI;
  const { page, block } = target;
  const { author, ...place } = await wiki();
  return await writePage(place, author, { page, block, text: renderWiki({ title, lines }), why }, now);
}

async function outOfWiki(
  { page, block }: Extract<LeftStanding, { kind: 'wiki' }>,
  { wiki, now }: ChannelOptions,
): Promise<SendOutcome> {
  if (wiki === undefined) return NO_WIKI;
  const { author, ...place } = await wiki();
  const why = 'relcomms is removed from this repository';
  return await writePage(place, author, { page, block, text: undefined, why }, now);
}
