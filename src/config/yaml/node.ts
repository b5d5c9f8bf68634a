// A YAML document as plain data in which every value knows where it was written.

/** Where a value begins. Line and column count from 1, inside the preset when `preset` is given. */
export interface Place {
  readonly line: number;
  readonly column: number;
  /** Name of the preset that the value comes from; absent for the user's own file. */
  readonly preset?: string | undefined;
}

export interface TextNode {
  readonly kind: 'text';
  readonly text: string;
  readonly at: Place;
}

/** A key or list item with nothing behind it: `roles:`, `~` or `null`. */
export interface NothingNode {
  readonly kind: 'nothing';
  readonly at: Place;
}

export interface ListNode {
  readonly kind: 'list';
  readonly items: readonly Node[];
  readonly at: Place;
}

export interface Entry {
  readonly key: Place;
  readonly value: Node;
}

export interface MapNode {
  readonly kind: 'map';
  readonly entries: ReadonlyMap<string, Entry>;
  readonly at: Place;
}

export type Node = TextNode | NothingNode | ListNode | MapNode;

/** The text of a map's entry; undefined when it is absent or no text. */
export function textAt(node: Node | undefined, key: string): string | undefined {
  const value = node?.kind === 'map' ? node.entries.get(key)?.value : undefined;
  return value?.kind === 'text' ? value.text : undefined;
}
