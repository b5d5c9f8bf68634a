// What a run of the sandbox sends by: the real channels, each led to its embedded server.
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { channelsOf } from '../../src/channels/channels.ts';
import { tokenVariable, webhookVariable } from '../../src/domain/channel-variables.ts';
import type { Instant } from '../../src/domain/day.ts';
import type { Notice, SendOutcome, Sent } from '../../src/domain/notice.ts';
import type { Channels } from '../../src/domain/outbox.ts';
import type { Servers } from './servers.ts';

const AUTHOR = { name: 'relcomms', email: 'relcomms@users.noreply.localhost' };

/** `told` hears of every message that went out or got other words. */
export function outsideChannels(
  servers: Servers,
  now: Instant,
  told: (notice: Notice, sent: Sent) => void,
): Channels {
  const claim = randomUUID();
  const { wiki, web } = servers;
  const known = new Map<string | undefined, Channels>();
  const of = (workspace: string | undefined): Channels => {
    const channels =
      known.get(workspace) ??
      channelsOf({
        env: environmentOf(servers, workspace),
        now,
        claim,
        wait,
        settle: 0,
        privatePages: true,
        wiki:
          wiki && (async () => ({ url: wiki.fileUrl, protocol: 'file', env: process.env, author: AUTHOR })),
      });
    known.set(workspace, channels);
    return channels;
  };
  const tell = (notice: Notice, outcome: SendOutcome): SendOutcome => {
    if (outcome.kind === 'done') told(notice, outcome.sent);
    return outcome;
  };
  return {
    claim,
    settle: async () => {},
    send: async (notice, thread) => tell(notice, await of(workspaceOf(notice)).send(notice, thread)),
    update: async (notice, sent) => tell(notice, await of(workspaceOf(notice)).update(notice, sent)),
    reactions: (sent) => of(undefined).reactions(sent),
    takeBack: (what, sent) => of(what.kind === 'slack' ? what.workspace : undefined).takeBack(what, sent),
    unreachable: async (pages) => {
      const answers = await Promise.all(
        pages.map(async (page) => {
          const [reason] = await of(undefined).unreachable([web.at(page)]);
          return reason?.replace(web.at(page), page);
        }),
      );
      return answers.flatMap((reason) => reason ?? []);
    },
  };
}

function wait(milliseconds: number): Promise<void> {
  return sleep(milliseconds);
}

function workspaceOf({ target }: Notice): string | undefined {
  return target.kind === 'slack' ? target.workspace : undefined;
}

/** Slack has one address for all workspaces; here each has its own. */
function environmentOf(
  { slack, mail, chat }: Servers,
  workspace: string | undefined,
): Record<string, string | undefined> {
  const running = slack.get(workspace);
  return {
    ...(running === undefined
      ? {}
      : { SLACK_API_URL: running.apiUrl, [tokenVariable(workspace)]: running.token }),
    ...Object.fromEntries((chat?.webhooks ?? []).map((name) => [webhookVariable(name), chat?.at(name)])),
    ...(mail === undefined ? {} : { SMTP_URL: mail.url, SMTP_FROM: 'relcomms <relcomms@example.com>' }),
  };
}
