// Decoders of names elsewhere: GitHub logins and teams, Slack members and channels, links, colours, branches.
import type * as z from 'zod';
import { isInnerHost } from '../../domain/inner-address.ts';
import { LOGIN, isBot } from '../../domain/login.ts';
import { quoted } from '../yaml/hidden.ts';
import { scalar } from './scalar.ts';
import { pattern } from './text.ts';

const AS_LOGIN = `(?=.{1,39}$)${LOGIN}`;
const AS_TEAM = String.raw`(?=.{1,39}\/)-*[A-Za-z0-9][A-Za-z0-9-]*\/[a-z0-9_.-]{1,100}`;

const withoutAt = (value: string): string => value.replace(/^@/, '');

/** People are asked and assigned; GitHub does neither with an app. */
const noBot = (value: string): string | undefined =>
  isBot(value) ? 'Name a person: GitHub neither asks nor assigns a bot.' : undefined;

/** A GitHub login, also an old one such as `ann-` and one of a managed user. */
export function login(): z.ZodType<string> {
  return pattern({
    pattern: new RegExp(`^${AS_LOGIN}$`),
    code: 'bad-login',
    what: 'a GitHub login',
    fix: 'Write the login as in github.com/LOGIN, without @: letters, digits and hyphens.',
    suggest: withoutAt,
    advise: noBot,
  });
}

/** A GitHub team: `acme/api`. */
export function githubTeam(): z.ZodType<string> {
  return pattern({
    pattern: new RegExp(`^${AS_TEAM}$`),
    code: 'bad-team',
    what: 'a GitHub team',
    fix: 'Write the organization and the team as in github.com/orgs/acme/teams/api: acme/api, without @.',
    suggest: withoutAt,
  });
}

/** Who holds a role: a person or a team. */
export function member(): z.ZodType<string> {
  return pattern({
    pattern: new RegExp(`^(?:${AS_LOGIN}|${AS_TEAM})$`),
    code: 'bad-login',
    what: 'a GitHub login or team',
    fix: 'Write the login as in github.com/LOGIN, or the team as acme/api, without @.',
    suggest: withoutAt,
    advise: noBot,
  });
}

/** A Slack member ID: `U012ABC`. */
export function slackMember(): z.ZodType<string> {
  return pattern({
    pattern: /^[UW][A-Z0-9]{4,20}$/,
    code: 'bad-slack-member',
    what: 'a Slack member ID',
    fix: 'In Slack, open the profile, choose "Copy member ID", and write it here: U012ABC.',
    suggest: (value) => value.toUpperCase(),
  });
}

/** A Slack user group ID: `S012ABC`. */
export function slackGroup(): z.ZodType<string> {
  return pattern({
    pattern: /^S[A-Z0-9]{4,20}$/,
    code: 'bad-slack-group',
    what: 'the ID of a Slack user group',
    fix: 'In Slack, open the user group, choose "Copy group ID", and write it here: S012ABC.',
    suggest: (value) => value.toUpperCase(),
  });
}

/** A Slack channel: `#team-api` or its ID `C012ABC`. */
export function slackChannel(): z.ZodType<string> {
  return pattern({
    pattern: /^(#[\p{Ll}\p{Lo}\p{Lm}\p{M}\p{Nd}_-]{1,80}|[CG][A-Z0-9]{4,20})$/u,
    code: 'bad-slack-channel',
    what: 'a Slack channel',
    fix: "Write the channel in quotes with its #, for example '#team-api', or its ID such as C012ABC.",
    suggest: (value) => `#${value.replace(/^#/, '').toLowerCase().replaceAll(/[ .]+/g, '-')}`,
  });
}

/** One mail address without a name: `press@example.org`. */
export function mailAddress(): z.ZodType<string> {
  return pattern({
    pattern: /^(?=.{3,254}$)[A-Za-z0-9][A-Za-z0-9._+-]{0,63}@[A-Za-z0-9-]{1,63}(\.[A-Za-z0-9-]{1,63}){1,8}$/,
    code: 'bad-mail',
    what: 'an email address',
    fix: 'Write the address alone, without a name: press@example.org.',
    suggest: (value) => /<([^<>]+)>/.exec(value)?.[1],
  });
}

/** A page that relcomms asks by itself: never one in a network that is not everybody's. */
export function publicPage(): z.ZodType<string> {
  return url(true);
}

/** A link that begins with `https://` and holds no password. */
export function url(isAsked = false): z.ZodType<string> {
  const fix = 'Write a link that begins with https://, for example https://example.com/page.';
  return scalar({
    fix,
    // No format: a link may have variables in braces.
    json: { type: 'string', pattern: '^https://\\S+$', maxLength: 2000 },
    read: (value) => {
      const parsed = value.length <= 2000 && /^https:\/\/\S+$/.test(value) && URL.canParse(value);
      const secret = parsed && new URL(value).username !== '';
      if (parsed && isAsked && isInnerHost(new URL(value).hostname))
        return {
          code: 'inner-page',
          message: `${quoted(value)} leads to a private or reserved address.`,
          fix: 'Name a page that everybody can open.',
        };
      if (parsed && !secret) return { value };
      const message = secret
        ? 'The link holds a user name or a password.'
        : `${quoted(value)} is not an https link.`;
      return { code: 'bad-url', message, fix: secret ? 'Delete everything between // and @.' : fix };
    },
  });
}

/** Six hexadecimal digits; a `#` before them is dropped. */
export function colour(): z.ZodType<string> {
  const fix = "Write six hexadecimal digits in quotes, for example '0e8a16'.";
  return scalar({
    fix,
    json: { type: 'string', pattern: '^#?[0-9A-Fa-f]{6}$' },
    read: (value) => {
      const digits = value.replace(/^#/, '').toLowerCase();
      if (/^[0-9a-f]{6}$/.test(digits)) return { value: digits };
      return { code: 'bad-color', message: `${quoted(value)} is not a color.`, fix };
    },
  });
}

/** A git branch: `release-1.10`. */
export function branch(): z.ZodType<string> {
  return pattern({
    pattern: /^(?!.*(\.\.|\/\/|@\{|\.lock$|\.$|\/$))[A-Za-z0-9_][A-Za-z0-9._/@+-]{0,199}$/,
    code: 'bad-branch',
    what: 'the name of a branch',
    fix: 'Write the branch as git shows it, for example release-1.10.',
    suggest: (value) => value.replace(/^(refs\/heads\/|origin\/)/, ''),
  });
}

/** A git branch in which `{version}` and `{minor}` are filled in: `release-{minor}`. */
export function branchPattern(): z.ZodType<string> {
  return pattern({
    pattern:
      /^(?!.*(\.\.|\/\/|@\{|\.lock$|\.$|\/$))([A-Za-z0-9_]|\{version\}|\{minor\})([A-Za-z0-9._/@+-]|\{version\}|\{minor\}){0,199}$/,
    code: 'bad-branch',
    what: 'the name of a branch',
    fix: 'Write the branch as git shows it, for example release-1.10; {version} and {minor} are filled in.',
    suggest: (value) => value.replace(/^(refs\/heads\/|origin\/)/, ''),
  });
}

/** A version, as text: `1.10.0`, `v1.18.0`. */
export function version(): z.ZodType<string> {
  return pattern({
    pattern: /^[A-Za-z0-9][A-Za-z0-9._+-]{0,59}$/,
    code: 'bad-version',
    what: 'a version',
    fix: "Write letters, digits, dots and hyphens without spaces, in quotes: '1.10.0' or 'v1.18.0'.",
    suggest: (value) => value.replaceAll(' ', '-'),
  });
}
