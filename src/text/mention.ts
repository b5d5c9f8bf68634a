// The only way to ping somebody: the name of a person or a team, checked, behind an @.
import { codeSpan } from './escape-markdown.ts';

/** GitHub logins: letters, digits and single hyphens, 39 at most; enterprise logins carry a short code behind `_`. */
const LOGIN = /^[A-Za-z0-9](?:[A-Za-z0-9]|-(?=[A-Za-z0-9])){0,38}(?:_[A-Za-z0-9]{1,10})?$/;

/** `@alice`; what is no login comes out as dead text. */
export function mention(login: string): string {
  return LOGIN.test(login) ? `@${login}` : codeSpan(login);
}

/** GitHub teams: the organisation, then the short name of the team. */
const TEAM = /^[A-Za-z0-9](?:[A-Za-z0-9]|-(?=[A-Za-z0-9])){0,38}\/[A-Za-z0-9][A-Za-z0-9_.-]{0,99}$/;

/** `@acme/api`, which tells everybody in the team; what is no team comes out as dead text. */
export function mentionTeam(team: string): string {
  return TEAM.test(team) ? `@${team}` : codeSpan(team);
}
