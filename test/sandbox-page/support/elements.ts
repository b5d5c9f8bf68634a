// Reads a page the way a browser does, for what is alive in it.
import { raw } from 'hast-util-raw';
import type { Element, Nodes } from 'hast';

/** Every element of the page. */
export function elementsOf(page: string): Element[] {
  return collect(raw({ type: 'root', children: [{ type: 'raw', value: page }] }));
}

const FORBIDDEN = ['iframe', 'object', 'embed', 'img', 'style', 'base', 'video', 'audio'];

/** Everything on a page that could run, load or lead out by a script. */
export function liveOn(page: string): string[] {
  return elementsOf(page).flatMap(({ tagName, properties }) => {
    const { src, href } = properties;
    const found = Object.keys(properties).filter((name) => /^on|^style$|^srcdoc$/i.test(name));
    if (FORBIDDEN.includes(tagName)) found.push(tagName);
    if (tagName === 'script' && src !== '/client.js') found.push('a script of another');
    if (typeof href === 'string' && !/^(?:\/|#|https?:\/\/)/.test(href)) found.push(href);
    return found;
  });
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
  '&#x27;': "'",
  '&#x26;': '&',
  '&#x3C;': '<',
};

/** The words of a page of ours: its tags close and its attributes hold no bracket, so nothing has to be parsed. */
export function textOf(page: string | Element): string {
  if (typeof page !== 'string') return words(page).replaceAll(/\s+/g, ' ');
  return page
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/&(?:amp|lt|gt|quot|#39|#x27|#x26|#x3C);/g, (entity) => ENTITIES[entity] ?? entity)
    .replaceAll(/\s+/g, ' ');
}

function collect(node: Nodes): Element[] {
  const below = 'children' in node ? node.children.flatMap(collect) : [];
  return node.type === 'element' ? [node, ...below] : below;
}

function words(node: Nodes): string {
  if (node.type === 'text') return node.value;
  return 'children' in node ? node.children.map(words).join(' ') : '';
}
