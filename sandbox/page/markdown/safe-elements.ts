// Elements that would reach outside or break the page's layout: links, images, tables.
import type { Element, Root } from 'hast';
import { type Parent, textOf, visitElements } from './visit.ts';

/** Links leave no trace, images become their words, wide tables scroll. */
export function safeElements(tree: Root): void {
  visitElements(tree, (element) => {
    if (element.tagName === 'a') element.properties['rel'] = ['nofollow', 'noopener', 'noreferrer'];
    // GitHub would show the picture through its proxy; here nothing is loaded from elsewhere.
    if (element.tagName === 'img') becomeWords(element);
  });
  wrapTables(tree);
}

function becomeWords(image: Element): void {
  const { alt } = image.properties;
  const words = typeof alt === 'string' ? alt.trim() : '';
  image.tagName = 'span';
  image.properties = { className: ['image-words'] };
  image.children = [{ type: 'text', value: words === '' ? 'image' : `image: ${words}` }];
}

function wrapTables(parent: Parent): void {
  for (const [index, child] of parent.children.entries()) {
    if (child.type !== 'element') continue;
    if (child.tagName !== 'table') {
      wrapTables(child);
      continue;
    }
    parent.children[index] = {
      type: 'element',
      tagName: 'div',
      properties: { className: ['table-scroll'], tabIndex: 0, role: 'region', ariaLabel: tableName(child) },
      children: [child],
    };
  }
}

/** The heads of its columns tell one table from another. */
function tableName(table: Element): string {
  const heads: string[] = [];
  visitElements(table, (element) => {
    if (element.tagName === 'th') heads.push(textOf(element).trim());
  });
  return `Table: ${heads.join(', ').slice(0, 100)}`;
}
