// Finds what is live in a text of GitHub: plain words, and neither code, links nor what nobody sees.
import { fromMarkdown } from 'mdast-util-from-markdown';
import type { Nodes } from 'mdast';

/** In what may hold HTML: comments and tags, which show nobody. */
const UNSEEN = /<!--[\s\S]*?(?:-->|$)|<[^>]*>/g;

/** The text with its live stretches changed; every other byte stays. */
export function changeLive(markdown: string, change: (live: string) => string): string {
  let end = 0;
  const parts = partsOf(markdown).map(({ from, to }) => {
    const between = markdown.slice(end, from);
    end = to;
    return between + change(markdown.slice(from, to));
  });
  return parts.join('') + markdown.slice(end);
}

interface Part {
  readonly from: number;
  readonly to: number;
}

/** What is live in the texts that were read last: a run says most of what the run before it said. */
const lately = new Map<string, readonly Part[]>();

/** More than a release has blocks and tasks that name teams. */
const MOST_KEPT = 200;

function partsOf(markdown: string): readonly Part[] {
  const parts = lately.get(markdown) ?? liveParts(fromMarkdown(markdown), markdown);
  lately.delete(markdown);
  lately.set(markdown, parts);
  if (lately.size > MOST_KEPT) lately.delete(lately.keys().next().value ?? markdown);
  return parts;
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
