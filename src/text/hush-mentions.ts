// Makes plain names of the mentions of people who want no pings; every other byte of a text stays.
import { LOGIN } from '../domain/login.ts';
import { escapeMarkdown } from './escape-markdown.ts';
import { changeLive } from './live-text.ts';

/**
 * One @ or several, also as GitHub reads them out of an escape or a character reference, and a login behind them: of
 * several none may be left before a name. What follows tells a
 * team (`@acme/api`) or a longer word; what stands before tells an address of mail or of a page.
 */
const MENTION = new RegExp(
  String.raw`(?<![\w/])(?:\\?@|&#0*64;|&#x0*40;|&commat;)+(${LOGIN})(?![\w-]|\/[\w.-])`,
  'gi',
);

/** Code, links and comments mention nobody and stay as they are. Text that mentions no quiet person is not even parsed. */
export function hushMentions(markdown: string, isQuiet: (login: string) => boolean): string {
  if (![...markdown.matchAll(MENTION)].some(([, login = '']) => isQuiet(login))) return markdown;
  return changeLive(markdown, (live) => hushPart(live, isQuiet));
}

function hushPart(text: string, isQuiet: (login: string) => boolean): string {
  return text.replaceAll(MENTION, (whole, login: string) => (isQuiet(login) ? escapeMarkdown(login) : whole));
}
