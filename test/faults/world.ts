// One world: GitHub, Slack and a wiki, each behind a proxy, and the clock that everything goes by.
import { type EmbeddedGitHub, start } from '../../packages/embedded-github/src/index.ts';
import { type EmbeddedSlack, startSlack } from '../../sandbox/slack/start.ts';
import { type WikiServer, startWikiServer } from '../../sandbox/wiki/start.ts';
import { type VirtualClock, virtualClock } from '../support/virtual-clock.ts';
import { instant } from '../support/runs.ts';
import { type Variant, seed } from './config.ts';
import { type Proxy, type ProxyOptions, startProxy } from './proxy.ts';
import { type WebhookProxy, startWebhooks } from './webhooks.ts';

export interface World {
  readonly github: EmbeddedGitHub;
  readonly slack: EmbeddedSlack;
  readonly wiki: WikiServer;
  readonly clock: VirtualClock;
  /** Before GitHub and the wiki. */
  readonly gate: Proxy;
  readonly slackGate: Proxy;
  readonly webhooks: WebhookProxy;
  close(): Promise<void>;
}

export type Faults = Pick<ProxyOptions, 'strike' | 'onKill' | 'draw'>;

export const BEGIN = instant('2020-01-13T09:00:00Z');

const SLACK = {
  workspace: 'company',
  channels: ['releases', 'team-api', 'team-web'],
  people: ['alice', 'erin'],
  scopes: ['chat:write', 'pins:write', 'reactions:read'],
};

export async function startWorld(faults: Faults, variant: Variant): Promise<World> {
  const clock = virtualClock(BEGIN);
  const [github, slack, wiki, webhooks] = await Promise.all([
    start({ seed: seed(variant), now: clock.now }),
    startSlack(SLACK),
    startWikiServer(),
    startWebhooks(),
  ]);
  await wiki.write({ 'Home.md': 'Welcome.\n' });
  const gate = await startProxy({
    ...faults,
    target: (url) => {
      const [, rest] = /^\/acme\/demo\.wiki\.git(.*)$/.exec(url) ?? [];
      return rest === undefined ? `${github.url}${url}` : `${wiki.url}${rest}`;
    },
  });
  const api = new URL(slack.apiUrl);
  const slackGate = await startProxy({ ...faults, slack: 'slack', target: (url) => `${api.origin}${url}` });
  github.setWebhookUrl(`${webhooks.url}/api/github/webhooks`);
  return {
    github,
    slack,
    wiki,
    clock,
    gate,
    slackGate,
    webhooks,
    close: async () => {
      await Promise.all([gate.close(), slackGate.close(), webhooks.close()]);
      await Promise.all([github.close(), slack.close(), wiki.close()]);
    },
  };
}

/** For `SLACK_API_URL` and the token, and nothing of our own environment. */
export function environment({ slack, slackGate }: World): Record<string, string> {
  return {
    PATH: process.env['PATH'] ?? '',
    SLACK_API_URL: `${slackGate.url}${new URL(slack.apiUrl).pathname}`,
    SLACK_BOT_TOKEN: slack.token,
  };
}
