// Markdown that a maintainer wrote, written anew: paragraphs, lists, code and links stay, nothing else is live.
import type { Nodes, Parents } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { escapeMarkdown, markdownLink } from './escape-markdown.ts';
import { plainLine } from './plain-line.ts';

/** Lists and quotes in each other; what is deeper is plain text. */
const DEEPEST = 5;

/** An address as people write it into a sentence, without the stop behind it. */
const ADDRESS = /https:\/\/[^\s<>"]*[^\s<>".,;:!?)'\]]/g;

/** Blocks of GitHub Markdown. No mention, reference, HTML, box or marker in it is live; a heading is a bold line. */
export function safeMarkdown(markdown: string): string {
  return blocksOf(fromMarkdown(markdown), '\n\n', 0);
}

/** One line of GitHub Markdown: code, links and emphasis stay, blocks are their words. Nothing else in it is live. */
export function safeLine(markdown: string): string {
  const [block, ...further] = fromMarkdown(plainLine(markdown)).children;
  const text =
    block?.type === 'paragraph' && further.length === 0
      ? sentenceOf(block)
      : escapeLines(plainLine(markdown));
  return text.replaceAll('\n', ' ').trim();
}

function blocksOf({ children }: Parents, between: string, depth: number): string {
  return children
    .map((child) => blockOf(child, depth))
    .filter((text) => text !== '')
    .join(between);
}

function blockOf(node: Nodes, depth: number): string {
  if (depth > DEEPEST) return escapeLines(wordsOf(node));
  switch (node.type) {
    case 'paragraph':
      return sentenceOf(node);
    case 'heading':
      return headingOf(node);
    case 'code':
      return fenced(node.value, node.lang ?? '');
    case 'blockquote':
      return indented(blocksOf(node, '\n\n', depth + 1), '> ', '> ');
    case 'list': {
      const first = node.start ?? 1;
      const items = node.children.map((item, index) => {
        const sign = node.ordered === true ? `${first + index}. ` : '- ';
        const text = blocksOf(item, item.spread === true ? '\n\n' : '\n', depth + 1);
        return indented(text, sign, ' '.repeat(sign.length));
      });
      return items.join(node.spread === true ? '\n\n' : '\n');
    }
    case 'thematicBreak':
    case 'definition':
      return '';
    default:
      return escapeLines(wordsOf(node));
  }
}

/** A line of its own, in bold where it is plain words. */
function headingOf(node: Parents): string {
  const words = wordsOf(node);
  return WORDS.test(words) ? `**${escapeLines(words)}**` : sentenceOf(node);
}

function inlineOf(node: Nodes): string {
  switch (node.type) {
    case 'text':
      return escapeText(node.value);
    case 'inlineCode':
      return inlineCode(deadMarker(node.value));
    case 'link':
      return markdownLink(plainLine(wordsOf(node)), node.url);
    case 'image':
      return markdownLink(node.alt ?? node.url, node.url);
    case 'break':
      return '\n';
    default:
      return 'children' in node ? sentenceOf(node) : escapeLines(wordsOf(node));
  }
}

const SIGNS = { strong: '**', emphasis: '*' } as const;

function sentenceOf({ children }: Parents): string {
  const parts = children.map((child, index) => {
    if (child.type !== 'strong' && child.type !== 'emphasis') return inlineOf(child);
    const text = joined(child.children.map(inlineOf));
    const standsAlone =
      isApart(children[index - 1], /[\s(]$/) && isApart(children[index + 1], /^[\s.,;:!?)]/);
    return standsAlone && WORDS.test(wordsOf(child))
      ? `${SIGNS[child.type]}${text}${SIGNS[child.type]}`
      : text;
  });
  return joined(parts);
}

/** Begins and ends with a letter or digit: then signs around it are signs in any place. One in another is not kept. */
const WORDS = /^[\p{L}\p{N}](?:[^*_`]*[\p{L}\p{N}])?$/u;

/** Whether a neighbor leaves room for signs. */
function isApart(neighbor: Nodes | undefined, edge: RegExp): boolean {
  return neighbor === undefined || (neighbor.type === 'text' && edge.test(neighbor.value));
}

/** An exclamation mark before a link would make a picture of it. */
function joined(parts: readonly string[]): string {
  return parts.reduce(
    (all, part) =>
      all.endsWith('!') && part.startsWith('[') ? `${all.slice(0, -1)}${String.raw`\!`}${part}` : all + part,
    '',
  );
}

/** Spaces at its ends, which escaping takes away, are part of a sentence here. */
function escapeText(text: string): string {
  let end = 0;
  const parts = [...text.matchAll(ADDRESS)].map(({ 0: address, index }) => {
    const before = text.slice(end, index);
    end = index + address.length;
    return joined([escapeLines(before), markdownLink(address, address)]);
  });
  return joined([...parts, escapeLines(text.slice(end))]);
}

function escapeLines(text: string): string {
  return text
    .split('\n')
    .map((line) => {
      const [before = '', after = ''] = [/^\s*/.exec(line)?.[0], /\S(\s*)$/.exec(line)?.[1]];
      return `${before === '' ? '' : ' '}${escapeMarkdown(line)}${after === '' ? '' : ' '}`;
    })
    .join('\n');
}

function wordsOf(node: Nodes): string {
  if ('value' in node) return node.value;
  return 'children' in node ? node.children.map(wordsOf).join('') : '';
}

function inlineCode(code: string): string {
  const line = plainLine(code);
  if (line === '') return '';
  const sign = '`'.repeat(longestRow(line) + 1);
  const pad = line.startsWith('`') || line.endsWith('`') ? ' ' : '';
  return `${sign}${pad}${line}${pad}${sign}`;
}

/** Backticks in a row, at most. */
function longestRow(code: string): number {
  return Math.max(0, ...[...code.matchAll(/`+/g)].map(({ 0: { length } }) => length));
}

/** The fence is longer than any row of backticks in it. */
function fenced(code: string, language: string): string {
  const fence = '`'.repeat(Math.max(2, longestRow(code)) + 1);
  const lines = code.split('\n').map((line) => deadMarker(line.replace(/\t/g, '  ')));
  return `${fence}${/^[\w+-]{1,20}$/.test(language) ? language : ''}\n${lines.map(keepIndent).join('\n')}\n${fence}`;
}

function keepIndent(line: string): string {
  return `${/^ */.exec(line)?.[0] ?? ''}${plainLine(line)}`;
}

/** What looks like a comment of ours, in code too, is none. */
function deadMarker(code: string): string {
  return code.replaceAll('<!--', '<! --').replaceAll('-->', '-- >');
}

function indented(text: string, first: string, further: string): string {
  return text
    .split('\n')
    .map((line, index) => (index === 0 ? first : line === '' ? further.trimEnd() : further) + line)
    .join('\n');
}
