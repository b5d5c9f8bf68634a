// The only way to ping somebody: the name of a person or a team, checked, behind an @; and who is pinged by a text of ours.
import { LOGIN, isLogin, isTeam } from '../domain/login.ts';
import { codeSpan } from './escape-markdown.ts';

const MENTIONS = new RegExp(String.raw`(?<![\w/@-])@(${LOGIN})(?![\w/-])`, 'g');

/** `@alice`; what is no login comes out as dead text. */
export function mention(login: string): string {
  return isLogin(login) ? `@${login}` : codeSpan(login);
}

/**
 * Logins that a text of ours mentions, each once. Text from outside is escaped in it, so every @ that is left
 * before a login is one that `mention` wrote.
 */
export function mentionedIn(markdown: string): string[] {
  const live = markdown.replaceAll(/<!--[\s\S]*?-->|```[\s\S]*?```|`[^`\n]*`/g, ' ');
  const found = live.matchAll(MENTIONS);
  return [...new Set([...found].map(([, login = '']) => login))];
}

/** `@acme/api`, which tells everybody in the team; what is no team comes out as dead text. */
export function mentionTeam(team: string): string {
  return isTeam(team) ? `@${team}` : codeSpan(team);
}
