// Draws the Mermaid charts that relcomms writes; any other stays a block of code.
import type { Element } from 'hast';
import { drawGantt } from '../gantt/draw-gantt.ts';
import { parseGantt } from '../gantt/parse-gantt.ts';
import { type Parent, textOf } from './visit.ts';

/** Puts the drawing in the place of each chart that can be read. */
export function mermaidCharts(parent: Parent): void {
  for (const [index, child] of parent.children.entries()) {
    if (child.type !== 'element') continue;
    if (child.tagName !== 'pre') {
      mermaidCharts(child);
      continue;
    }
    const gantt = isMermaid(child) ? parseGantt(textOf(child)) : undefined;
    if (gantt !== undefined) parent.children[index] = { type: 'raw', value: drawGantt(gantt).text };
  }
}

function isMermaid(pre: Element): boolean {
  const [code] = pre.children;
  if (code?.type !== 'element' || code.tagName !== 'code') return false;
  const { className } = code.properties;
  return Array.isArray(className) && className.includes('language-mermaid');
}
