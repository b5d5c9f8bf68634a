// Mentions and issue numbers in text, as GitHub marks them.
import type { Element, ElementContent, Root, Text } from 'hast';
import type { Parent } from './visit.ts';

export interface LinkTargets {
  readonly people: readonly string[];
  readonly issues: readonly number[];
  readonly issueLink: (number: number) => string;
}

const REFERENCE = /(?<![\w/@#`])(?:@(-*[a-z\d][a-z\d-]{0,38}(?:_[a-z\d]+)?)|#(\d{1,9}))(?![\w/-])/gi;

/** Marks people and links issues that exist; not in code and not in links. */
export function linkReferences(parent: Parent, targets: LinkTargets): void {
  parent.children = (parent.children as ElementContent[]).flatMap((child): ElementContent[] => {
    if (child.type === 'text') return linkText(child, targets);
    if (child.type === 'element' && !['a', 'code', 'pre'].includes(child.tagName))
      linkReferences(child, targets);
    return [child];
  }) as Root['children'] & Element['children'];
}

function linkText(node: Text, targets: LinkTargets): ElementContent[] {
  const parts: ElementContent[] = [];
  let end = 0;
  for (const match of node.value.matchAll(REFERENCE)) {
    const made = reference(match[0], match[1], match[2], targets);
    if (made === undefined) continue;
    parts.push({ type: 'text', value: node.value.slice(end, match.index) }, made);
    end = match.index + match[0].length;
  }
  return end === 0 ? [node] : [...parts, { type: 'text', value: node.value.slice(end) }];
}

function reference(
  text: string,
  login: string | undefined,
  number: string | undefined,
  targets: LinkTargets,
): Element | undefined {
  const children: Text[] = [{ type: 'text', value: text }];
  if (login !== undefined) {
    if (!targets.people.some((person) => person.toLowerCase() === login.toLowerCase())) return undefined;
    return { type: 'element', tagName: 'span', properties: { className: ['mention'] }, children };
  }
  if (number === undefined || !targets.issues.includes(Number(number))) return undefined;
  const href = targets.issueLink(Number(number));
  return { type: 'element', tagName: 'a', properties: { href }, children };
}
