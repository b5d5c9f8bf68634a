// The only way to ping a person: a login from the config, checked, behind an @.
import { codeSpan } from './escape-markdown.ts';

/** GitHub logins: letters, digits and single hyphens, 39 at most; enterprise logins carry a short code behind `_`. */
const LOGIN = /^[A-Za-z0-9](?:[A-Za-z0-9]|-(?=[A-Za-z0-9])){0,38}(?:_[A-Za-z0-9]{1,10})?$/;

/** `@alice`; what is no login comes out as dead text. */
export function mention(login: string): string {
  return LOGIN.test(login) ? `@${login}` : codeSpan(login);
}
