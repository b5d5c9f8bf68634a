// Draws a gantt chart as SVG, with the same in words for those who don't see it.
import { type Day, addDays, formatDay } from '../../../src/domain/day.ts';
import { dayWords } from '../../../src/text/words.ts';
import { type Html, html } from '../../../src/text/html.ts';
import { type Axis, axisOver } from './axis.ts';
import type { Gantt, GanttEntry } from './parse-gantt.ts';

const ROW = 22;
const HEAD = 34;
const FOOT = 26;

/** Lengths across are in per cent, so that the chart follows the width of the page. */
export function drawGantt(gantt: Gantt): Html {
  const entries = gantt.sections.flatMap((section) => section.entries);
  const days = entries
    .flatMap(({ from, to, kind }) => [from, kind === 'bar' ? addDays(to, -1) : to])
    .toSorted();
  const axis = axisOver(days[0] ?? ('1970-01-05' as Day), days.at(-1) ?? ('1970-01-05' as Day));
  const height = HEAD + entries.length * ROW + FOOT;
  return html`<figure class="gantt">
    <div class="gantt-scroll" tabindex="0" role="region" aria-label="Chart">
      <svg role="img" width="100%" height="${height}" aria-label="${words(gantt)}">
        <text class="gantt-title" x="50%" y="18" text-anchor="middle">${gantt.title}</text>
        ${grid(axis, height)}${bands(gantt, axis)}
      </svg>
    </div>
    <figcaption>Chart as GitHub would draw it.</figcaption>
  </figure>`;
}

function grid(axis: Axis, height: number): Html[] {
  return axis.ticks.map(
    (day) =>
      html`<line
          class="gantt-grid"
          x1="${axis.place(day)}%"
          x2="${axis.place(day)}%"
          y1="${HEAD}"
          y2="${height - FOOT}"
        />
        <text class="gantt-tick" x="${axis.place(day)}%" y="${height - 8}">${formatDay(day, 'D MMM')}</text>`,
  );
}

function bands(gantt: Gantt, axis: Axis): Html[] {
  let row = 0;
  return gantt.sections.map((section, index) => {
    const top = HEAD + row * ROW;
    row += section.entries.length;
    const rows = section.entries.map((entry, at) => drawEntry(entry, axis, top + at * ROW));
    return html`<rect
        class="gantt-band gantt-band-${index % 2}"
        x="0"
        y="${top}"
        width="100%"
        height="${section.entries.length * ROW}"
      />${rows}`;
  });
}

function drawEntry(entry: GanttEntry, axis: Axis, top: number): Html {
  const left = axis.place(entry.from);
  const right = axis.place(entry.to);
  const middle = top + ROW / 2;
  // The name stands on the side where there is more room.
  const before = left > 55;
  const label = html`<text
    class="gantt-name"
    x="${before ? left : right}%"
    dx="${before ? -10 : 10}"
    y="${middle + 4}"
    text-anchor="${before ? 'end' : 'start'}"
    >${entry.name}</text
  >`;
  if (entry.kind === 'bar')
    return html`<rect
        class="gantt-bar"
        x="${left}%"
        y="${top + 4}"
        width="${right - left}%"
        height="${ROW - 8}"
        rx="3"
      />${label}`;
  return html`<svg x="${left}%" y="${middle}" overflow="visible">
      <path class="gantt-milestone" d="M0 -6L6 0L0 6L-6 0Z" /></svg
    >${label}`;
}

function words({ title, sections }: Gantt): string {
  const lists = sections.map(
    ({ name, entries }) =>
      `${name}: ${entries
        .map((entry) =>
          entry.kind === 'bar'
            ? `${entry.name} from ${dayWords(entry.from)} to ${dayWords(addDays(entry.to, -1))}`
            : `${entry.name} on ${dayWords(entry.from)}`,
        )
        .join(', ')}`,
  );
  return `${title}. ${lists.join('. ')}.`;
}
