// Draws a row of bars as SVG, with the same in words for those who don't see it.
import { type Html, html } from '../../../src/text/html.ts';
import type { Bars } from './parse-bars.ts';

const HEAD = 44;
const HEIGHT = 120;
const FOOT = 24;

/** Lengths across are in per cent, so that the chart follows the width of the page. */
export function drawBars({ title, labels, values, top }: Bars): Html {
  const band = 100 / values.length;
  // Labels of neighbours would touch when there are many.
  const each = Math.ceil(values.length / 10);
  const height = HEAD + HEIGHT + FOOT;
  return html`<figure class="gantt bars">
    <svg
      role="img"
      width="100%"
      height="${height}"
      aria-label="${title}. ${labels.map((label, index) => `${label}: ${values[index]}`).join(', ')}."
    >
      <text class="gantt-title" x="50%" y="18" text-anchor="middle">${title}</text>
      ${values.map((value, index) => bar(value, Math.min(1, value / top), index * band, band))}
      <line class="bars-line" x1="0" x2="100%" y1="${HEAD + HEIGHT}" y2="${HEAD + HEIGHT}" />
      ${labels.map((label, index) => index % each === 0 && html`<text class="gantt-tick bars-label" x="${place((index + 0.5) * band)}%" y="${height - 8}">${label}</text>`)}
    </svg>
    <figcaption>Chart as GitHub would draw it.</figcaption>
  </figure>`;
}

/** `share` of the full height; the number stands above it. */
function bar(value: number, share: number, left: number, band: number): Html {
  const length = Math.round(share * HEIGHT);
  const top = HEAD + HEIGHT - length;
  return html`<rect
      class="gantt-bar"
      x="${place(left + band * 0.2)}%"
      y="${top}"
      width="${place(band * 0.6)}%"
      height="${length}"
    />
    <text class="gantt-name bars-label" x="${place(left + band / 2)}%" y="${top - 6}">${value}</text>`;
}

function place(value: number): number {
  return Math.round(value * 1000) / 1000;
}
