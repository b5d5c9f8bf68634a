// Makes plain names of the mentions of people who want no pings; every other byte of a text stays.
import { fromMarkdown } from 'mdast-util-from-markdown';
import type { Nodes } from 'mdast';
import { LOGIN } from '../domain/login.ts';
import { escapeMarkdown } from './escape-markdown.ts';

/**
 * An @, also as GitHub reads it out of an escape or a character reference, and a login behind it. What follows tells a
 * team (`@acme/api`) or a longer word; what stands before tells an address of mail or of a page.
 */
const MENTION = new RegExp(
  String.raw`(?<![\w/])(?:\\?@|&#0*64;|&#x0*40;|&commat;)(${LOGIN})(?![\w-]|\/[\w.-])`,
  'gi',
);

/** In what may hold HTML: comments and tags, which show nobody. */
const UNSEEN = /<!--[\s\S]*?(?:-->|$)|<[^>]*>/g;

/** Code, links and comments mention nobody and stay as they are. Text that mentions no quiet person is not even parsed. */
export function hushMentions(markdown: string, isQuiet: (login: string) => boolean): string {
  if (![...markdown.matchAll(MENTION)].some(([, login = '']) => isQuiet(login))) return markdown;
  const live = liveParts(fromMarkdown(markdown), markdown);
  let end = 0;
  const parts = live.map(({ from, to }) => {
    const between = markdown.slice(end, from);
    end = to;
    return between + hushPart(markdown.slice(from, to), isQuiet);
  });
  return parts.join('') + markdown.slice(end);
}

function hushPart(text: string, isQuiet: (login: string) => boolean): string {
  return text.replaceAll(MENTION, (whole, login: string) => (isQuiet(login) ? escapeMarkdown(login) : whole));
}

interface Part {
  readonly from: number;
  readonly to: number;
}

/** Stretches of plain text, in order. */
function liveParts(node: Nodes, markdown: string): Part[] {
  const [from, to] = [node.position?.start.offset ?? 0, node.position?.end.offset ?? 0];
  if (node.type === 'text') return [{ from, to }];
  if (node.type === 'html') return betweenTags(markdown.slice(from, to), from);
  if (node.type === 'link' || node.type === 'linkReference' || !('children' in node)) return [];
  return node.children.flatMap((child) => liveParts(child, markdown));
}

function betweenTags(html: string, offset: number): Part[] {
  const tags = [...html.matchAll(UNSEEN)].map(({ 0: tag, index }) => ({
    from: index,
    to: index + tag.length,
  }));
  const begins = [0, ...tags.map(({ to }) => to)];
  const ends = [...tags.map(({ from }) => from), html.length];
  return begins.map((from, index) => ({ from: offset + from, to: offset + (ends[index] ?? from) }));
}
