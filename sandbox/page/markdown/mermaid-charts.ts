// Draws the Mermaid charts that relcomms writes; any other stays a block of code.
import type { Element } from 'hast';
import { drawBars } from '../bars/draw-bars.ts';
import { parseBars } from '../bars/parse-bars.ts';
import { drawGantt } from '../gantt/draw-gantt.ts';
import { parseGantt } from '../gantt/parse-gantt.ts';
import type { Html } from '../../../src/text/html.ts';
import { type Parent, textOf } from './visit.ts';

/** Puts the drawing in the place of each chart that can be read. */
export function mermaidCharts(parent: Parent): void {
  for (const [index, child] of parent.children.entries()) {
    if (child.type !== 'element') continue;
    if (child.tagName !== 'pre') {
      mermaidCharts(child);
      continue;
    }
    if (!isMermaid(child)) continue;
    const drawn = draw(textOf(child));
    parent.children[index] = drawn === undefined ? asCode(child) : { type: 'raw', value: drawn.text };
  }
}

function draw(text: string): Html | undefined {
  const gantt = parseGantt(text);
  if (gantt !== undefined) return drawGantt(gantt);
  const bars = parseBars(text);
  return bars && drawBars(bars);
}

/** What is drawn is what relcomms writes; GitHub draws the rest, too. */
function asCode(pre: Element): Element {
  const value = 'A Mermaid chart, which GitHub draws; here it stays as it is written.';
  const note: Element = {
    type: 'element',
    tagName: 'p',
    properties: { className: ['chart-note'] },
    children: [{ type: 'text', value }],
  };
  return {
    type: 'element',
    tagName: 'div',
    properties: { className: ['chart-code'] },
    children: [pre, note],
  };
}

function isMermaid(pre: Element): boolean {
  const [code] = pre.children;
  if (code?.type !== 'element' || code.tagName !== 'code') return false;
  const { className } = code.properties;
  return Array.isArray(className) && className.includes('language-mermaid');
}
