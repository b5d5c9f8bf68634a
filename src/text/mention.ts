// The only way to ping somebody: the name of a person or a team, checked, behind an @; and who is pinged by a text of ours.
import { codeSpan } from './escape-markdown.ts';

/** GitHub logins: letters, digits and single hyphens, 39 at most; enterprise logins carry a short code behind `_`. */
const LOGIN = /^[A-Za-z0-9](?:[A-Za-z0-9]|-(?=[A-Za-z0-9])){0,38}(?:_[A-Za-z0-9]{1,10})?$/;

/** `@alice`; what is no login comes out as dead text. */
export function mention(login: string): string {
  return LOGIN.test(login) ? `@${login}` : codeSpan(login);
}

/**
 * Logins that a text of ours mentions, each once. Text from outside is escaped in it, so every @ that is left
 * before a login is one that `mention` wrote.
 */
export function mentionedIn(markdown: string): string[] {
  const live = markdown.replaceAll(/<!--[\s\S]*?-->|```[\s\S]*?```|`[^`\n]*`/g, ' ');
  const found = live.matchAll(
    /(?<![\w/@-])@([A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?(?:_[A-Za-z0-9]+)?)(?![\w/-])/g,
  );
  return [...new Set([...found].map(([, login = '']) => login))];
}

/** GitHub teams: the organisation, then the short name of the team. */
const TEAM = /^[A-Za-z0-9](?:[A-Za-z0-9]|-(?=[A-Za-z0-9])){0,38}\/[A-Za-z0-9][A-Za-z0-9_.-]{0,99}$/;

/** `@acme/api`, which tells everybody in the team; what is no team comes out as dead text. */
export function mentionTeam(team: string): string {
  return TEAM.test(team) ? `@${team}` : codeSpan(team);
}
