// Markdown as GitHub shows it: GFM, sanitised, comments invisible, charts drawn.
import type { Root } from 'hast';
import { raw } from 'hast-util-raw';
import { type Schema, defaultSchema, sanitize } from 'hast-util-sanitize';
import { toHtml } from 'hast-util-to-html';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { toHast } from 'mdast-util-to-hast';
import { gfm } from 'micromark-extension-gfm';
import { type Html, trusted } from '../../../src/text/html.ts';
import { mermaidCharts } from './mermaid-charts.ts';
import { type LinkTargets, linkReferences } from './link-references.ts';
import { safeElements } from './safe-elements.ts';
import { type BoxOptions, markBoxes, openBoxes } from './task-boxes.ts';

/** What Markdown may hold as HTML: GitHub's own list, with a mark for task boxes. */
const SCHEMA: Schema = {
  ...defaultSchema,
  attributes: {
    ...defaultSchema.attributes,
    input: [...(defaultSchema.attributes?.['input'] ?? []), 'dataTask'],
  },
};

export interface MarkdownOptions {
  readonly links: LinkTargets;
  /** Task boxes that can be clicked; without it they only show their state. */
  readonly boxes?: BoxOptions;
}

/** Rendering the same long body again and again is what a page would spend its time on. */
const cache = new Map<string, string>();
const CACHE_SIZE = 200;

export function renderMarkdown(markdown: string, options: MarkdownOptions): Html {
  const key = JSON.stringify([
    markdown,
    options.links.issueLink(0),
    options.links.issues,
    options.links.people,
    options.boxes,
  ]);
  const known = cache.get(key);
  if (known !== undefined) return trusted(known);
  const text = toHtml(treeOf(markdown, options), { allowDangerousHtml: true });
  if (cache.size >= CACHE_SIZE) cache.clear();
  cache.set(key, text);
  return trusted(text);
}

function treeOf(markdown: string, { links, boxes }: MarkdownOptions): Root {
  const mdast = fromMarkdown(markdown, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] });
  const mark = markBoxes(markdown);
  const dirty = raw(toHast(mdast, { allowDangerousHtml: true, handlers: mark.handlers }));
  const clean = sanitize(dirty, SCHEMA) as Root;
  // From here on the tree holds only what is allowed; what follows adds elements of our own.
  openBoxes(clean, mark.nonce, boxes);
  safeElements(clean);
  linkReferences(clean, links);
  mermaidCharts(clean);
  return clean;
}
