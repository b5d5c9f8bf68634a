// The servers of one world beside GitHub, started together and closed together.
import { type EmbeddedChat, startChat } from '../chat/start.ts';
import { type EmbeddedMailServer, startMailServer } from '../mail-server/start.ts';
import { type EmbeddedWeb, startWeb } from '../pages/start.ts';
import { type EmbeddedSlack, startSlack } from '../slack/start.ts';
import { type WikiServer, startWikiServer } from '../wiki/start.ts';
import type { Needs } from './needs.ts';

/** As slack-manifest.yml asks for them. */
const SCOPES = ['chat:write', 'pins:write', 'reactions:read'];

/** What stands in the wiki before relcomms comes: without a first page there is none. */
const HOME = 'Welcome. relcomms keeps one page for each release.\n';

export interface Servers {
  /** By the name of the workspace; that of the first is undefined. */
  readonly slack: ReadonlyMap<string | undefined, EmbeddedSlack>;
  readonly mail: EmbeddedMailServer | undefined;
  readonly chat: EmbeddedChat | undefined;
  readonly wiki: WikiServer | undefined;
  readonly web: EmbeddedWeb;
  close(): Promise<void>;
}

export interface ServersOptions {
  readonly needs: Needs;
  /** Names of those who are in every workspace. */
  readonly people: readonly string[];
  /** Whether the embedded GitHub has this page. */
  readonly onGitHub: (page: string) => Promise<boolean>;
}

export async function startServers({ needs, people, onGitHub }: ServersOptions): Promise<Servers> {
  const [slack, mail, chat, wiki, web] = await Promise.all([
    Promise.all(
      needs.slack.map(async ({ workspace, channels }) => {
        const seed = { workspace: workspace ?? 'company', channels, people, scopes: SCOPES };
        return [workspace, await startSlack(seed)] as const;
      }),
    ),
    needs.mail ? startMailServer() : undefined,
    needs.webhooks.length > 0 ? startChat(needs.webhooks) : undefined,
    needs.wiki ? startWiki() : undefined,
    startWeb(onGitHub),
  ]);
  return {
    slack: new Map(slack),
    mail,
    chat,
    wiki,
    web,
    close: async () => {
      await Promise.all([
        ...slack.map(([, running]) => running.close()),
        mail?.close(),
        chat?.close(),
        wiki?.close(),
        web.close(),
      ]);
    },
  };
}

async function startWiki(): Promise<WikiServer> {
  const wiki = await startWikiServer();
  await wiki.write({ 'Home.md': HOME });
  return wiki;
}
