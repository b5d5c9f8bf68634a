// Reads Markdown as GitHub does, to see what in it is live.
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';

interface Node {
  readonly type: string;
  readonly value?: string;
  readonly children?: readonly Node[];
}

function nodesOf(markdown: string): readonly Node[] {
  const all: Node[] = [];
  const walk = (node: Node): void => {
    all.push(node);
    node.children?.forEach(walk);
  };
  walk(fromMarkdown(markdown, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] }));
  return all;
}

/** What stands in a text, read once. */
export interface Reading {
  /** How many nodes there are of a type. */
  count(type: string): number;
  /** Raw HTML, comments of ours among it. */
  readonly html: readonly string[];
  /** What people read, code left out: only there can anything be live. */
  readonly prose: string;
}

export function read(markdown: string): Reading {
  const nodes = nodesOf(markdown);
  const values = (type: string): string[] =>
    nodes.flatMap((node) => (node.type === type ? [node.value ?? ''] : []));
  return {
    count: (type) => nodes.filter((node) => node.type === type).length,
    html: values('html'),
    prose: values('text').join('\n'),
  };
}
