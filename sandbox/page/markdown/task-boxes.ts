// Task boxes: those of the Markdown itself can be clicked, those written as HTML can't.
import { randomUUID } from 'node:crypto';
import type { Element, Root } from 'hast';
import { type Handlers, type State, defaultHandlers } from 'mdast-util-to-hast';
import type { ListItem, Parents } from 'mdast';
import { textOf, visitElements } from './visit.ts';

export interface BoxOptions {
  readonly issue: number;
  readonly enabled: boolean;
}

export interface BoxMarks {
  readonly nonce: string;
  readonly handlers: Handlers;
}

/** Handlers that mark each box with its line; HTML in the Markdown can't know the nonce. */
export function markBoxes(markdown: string): BoxMarks {
  const nonce = randomUUID();
  const lines = markdown.split('\n');
  const listItem = (state: State, node: ListItem, parent: Parents | undefined): Element => {
    const made = defaultHandlers.listItem(state, node, parent);
    const line = node.position?.start.line;
    if (typeof node.checked !== 'boolean' || line === undefined) return made;
    const box = firstInput(made);
    if (box !== undefined) box.properties['dataTask'] = `${nonce}:${line}:${itemText(lines[line - 1] ?? '')}`;
    return made;
  };
  return { nonce, handlers: { listItem } };
}

/** Gives marked boxes what a click needs, and every box a name. */
export function openBoxes(tree: Root, nonce: string, options: BoxOptions | undefined): void {
  visitElements(tree, (element) => {
    if (element.tagName !== 'li') return;
    const box = firstInput(element);
    if (box === undefined || box.properties['ariaLabel'] !== undefined) return;
    box.properties['ariaLabel'] = textOf(element).trim().split('\n')[0]?.slice(0, 200) || 'Task';
  });
  const ids = new Set<string>();
  visitElements(tree, (element) => {
    if (element.tagName !== 'input') return;
    const { dataTask, ...properties } = element.properties;
    const [, line, item] = new RegExp(`^${nonce}:(\\d+):([^]*)$`).exec(String(dataTask ?? '')) ?? [];
    element.properties = { ...properties, ariaLabel: properties['ariaLabel'] ?? 'Task', disabled: true };
    if (line === undefined || item === undefined || options === undefined) return;
    element.properties = {
      ...element.properties,
      disabled: !options.enabled,
      id: boxId(options.issue, line, item, ids),
      dataTick: String(options.issue),
      dataLine: line,
      dataItem: item,
    };
  });
}

/** Of the task, which stays the same while lines come and go above it; a second box of a task has that of its line. */
function boxId(issue: number, line: string, item: string, ids: Set<string>): string {
  const [, task] = /<!-- relcomms:task (\S+) /.exec(item) ?? [];
  const id = `task-${issue}-${task ?? line}`;
  const own = ids.has(id) ? `task-${issue}-line-${line}` : id;
  ids.add(own);
  return own;
}

/** What stands behind the box: this names the item in an order to tick it. */
function itemText(line: string): string {
  return line.replace(/^.*?\[[ xX]\]\s?/, '');
}

function firstInput(element: Element): Element | undefined {
  for (const child of element.children) {
    if (child.type !== 'element') continue;
    if (child.tagName === 'input') return child;
    if (child.tagName === 'p') return firstInput(child);
  }
  return undefined;
}
