// YAML and JSON as maps, lists and texts that know where they stand in the file.
import { EVENT_ID, type Event, SCALAR_STYLE, YAMLException, parseEvents } from 'js-yaml';

export interface TextNode {
  readonly kind: 'text';
  /** As it stands between its quotes. */
  readonly text: string;
  readonly at: number;
  /** A block of lines, or one whose quotes have escapes: it is read, and not changed. */
  readonly isPlain: boolean;
}

export interface MapTree {
  readonly kind: 'map';
  readonly entries: readonly { readonly key: string; readonly value: TreeNode }[];
}

export interface ListTree {
  readonly kind: 'list';
  readonly items: readonly TreeNode[];
}

export type TreeNode = TextNode | MapTree | ListTree | { readonly kind: 'other' };

/** Deeper is no list of dates. */
const DEEPEST = 50;

/** One node for each document; undefined: it is no YAML. JSON is read the same way. */
export function readTrees(source: string): TreeNode[] | undefined {
  try {
    // Tabs that indent JSON are no mistake there.
    const events = parseEvents(/^\s*[[{]/.test(source) ? source.replaceAll('\t', ' ') : source, {
      maxDepth: DEEPEST,
    });
    const walk: Walk = { source, events, next: 0 };
    const trees: TreeNode[] = [];
    while (walk.next < events.length) {
      const event = events[walk.next];
      if (event?.type === EVENT_ID.DOCUMENT) {
        walk.next++;
        trees.push(...readUntilPop(walk));
      } else walk.next++;
    }
    return trees;
  } catch (error) {
    if (error instanceof YAMLException) return undefined;
    throw error;
  }
}

interface Walk {
  readonly source: string;
  readonly events: readonly Event[];
  next: number;
}

function readUntilPop(walk: Walk): TreeNode[] {
  const nodes: TreeNode[] = [];
  while (walk.next < walk.events.length && walk.events[walk.next]?.type !== EVENT_ID.POP)
    nodes.push(readNode(walk));
  walk.next++;
  return nodes;
}

function readNode(walk: Walk): TreeNode {
  const event = walk.events[walk.next++];
  if (event?.type === EVENT_ID.SEQUENCE) return { kind: 'list', items: readUntilPop(walk) };
  if (event?.type === EVENT_ID.MAPPING) {
    const all = readUntilPop(walk);
    const entries = all.flatMap((node, index) => {
      const value = all[index + 1];
      return index % 2 === 1 || value === undefined
        ? []
        : [{ key: node.kind === 'text' ? node.text.slice(0, 200) : '', value }];
    });
    return { kind: 'map', entries };
  }
  if (event?.type !== EVENT_ID.SCALAR || event.valueStart < 0) return { kind: 'other' };
  const text = walk.source.slice(event.valueStart, event.valueEnd);
  const isBlock = event.style === SCALAR_STYLE.LITERAL_BLOCK || event.style === SCALAR_STYLE.FOLDED_BLOCK;
  return { kind: 'text', text, at: event.valueStart, isPlain: !isBlock && !/[\\\r\n]/.test(text) };
}
