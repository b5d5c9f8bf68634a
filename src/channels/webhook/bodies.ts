// A notice as the JSON that a chat takes at its webhook, by the host of its address.
import type { Notice } from '../../domain/notice.ts';
import { renderSlack } from '../slack/render.ts';
import { isDiscord } from './address.ts';
import { renderCard } from './render-card.ts';
import { renderChat } from './render-chat.ts';

/** Characters that a message may have: Discord's limit is 2,000, that of Rocket.Chat 5,000 as it comes. */
const DISCORD_CHARACTERS = 1_900;
const CHAT_CHARACTERS = 4_800;

/** Hosts of Slack, for companies and for governments. */
const SLACK = /^hooks\.slack(?:-gov)?\.com$/;
/** Where workflows of Teams listen. https://learn.microsoft.com/power-automate/teams/teams-app-create */
const TEAMS = /\.(?:logic\.azure|powerplatform|powerautomate|webhook\.office)\.(?:com|us|cn)$/;

/** One after the other. Slack gets its blocks, Teams a card, and every other chat a text in Markdown. */
export function bodiesOf(url: URL, notice: Pick<Notice, 'title' | 'lines'>): object[] {
  if (SLACK.test(url.hostname)) return renderSlack(notice);
  if (TEAMS.test(url.hostname)) return [renderCard(notice)];
  return [{ text: renderChat(notice, isDiscord(url) ? DISCORD_CHARACTERS : CHAT_CHARACTERS) }];
}
