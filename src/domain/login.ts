// What a name of a person and of a team on GitHub can be.

/**
 * A login as the source of a pattern, without its ends. Accounts are older than the rules for new ones: a hyphen may
 * stand first, last or beside another one. Managed users end in an underscore and the short code of their enterprise.
 */
export const LOGIN = '-*[A-Za-z0-9][A-Za-z0-9-]*(?:_[A-Za-z0-9]+)?';

/** A team, `acme/api`, as the source of a pattern; GitHub makes the second part out of the team's name. */
export const TEAM = String.raw`-*[A-Za-z0-9][A-Za-z0-9-]*\/[A-Za-z0-9_.-]{1,100}`;

/** Characters of a login at most. */
const LONGEST = 39;

const WHOLE = new RegExp(`^${LOGIN}$`);
const WHOLE_TEAM = new RegExp(`^${TEAM}$`);

export function isLogin(text: string): boolean {
  return text.length <= LONGEST && WHOLE.test(text);
}

export function isTeam(text: string): boolean {
  return text.indexOf('/') <= LONGEST && WHOLE_TEAM.test(text);
}

/** Whether it is the name of an app, which nobody can ask or assign: `dependabot[bot]`. */
export function isBot(text: string): boolean {
  return /\[bot\]$/i.test(text);
}
