// Reads the part of Mermaid's gantt language that relcomms writes.
import { type Day, addDays, parseDay } from '../../../src/domain/day.ts';

export interface GanttEntry {
  readonly name: string;
  readonly kind: 'bar' | 'milestone';
  readonly from: Day;
  /** The day behind the last one; for a milestone the same day. */
  readonly to: Day;
}

export interface Gantt {
  readonly title: string;
  readonly sections: readonly { readonly name: string; readonly entries: readonly GanttEntry[] }[];
}

/** Settings of the axis, which the drawing chooses itself. */
const SETTING = /^(?:dateFormat YYYY-MM-DD|axisFormat|tickInterval|weekday|todayMarker)(?:\s|$)/;
const MOST_ENTRIES = 500;

/** The chart, or undefined when it holds anything else than titles, sections, bars and milestones. */
export function parseGantt(text: string): Gantt | undefined {
  const [first, ...lines] = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  if (first !== 'gantt' || lines.length > MOST_ENTRIES) return undefined;
  let title = '';
  const sections: { name: string; entries: GanttEntry[] }[] = [];
  for (const line of lines) {
    if (line.startsWith('title ')) title = line.slice(6).trim();
    else if (line.startsWith('section ')) sections.push({ name: line.slice(8).trim(), entries: [] });
    else if (!SETTING.test(line)) {
      const entry = parseEntry(line);
      if (entry === undefined) return undefined;
      if (sections.length === 0) sections.push({ name: '', entries: [] });
      sections.at(-1)?.entries.push(entry);
    }
  }
  return sections.some(({ entries }) => entries.length > 0) ? { title, sections } : undefined;
}

/** `name :from, to` or `name :milestone, day, 0d`. */
function parseEntry(line: string): GanttEntry | undefined {
  const [name, rest, more] = line.split(':');
  if (name === undefined || rest === undefined || more !== undefined) return undefined;
  const words = rest.split(',').map((word) => word.trim());
  const milestone = words[0] === 'milestone';
  const [start, end, extra] = milestone ? words.slice(1) : words;
  const from = parseDay(start ?? '');
  if (from === undefined || end === undefined || extra !== undefined) return undefined;
  const days = /^(\d{1,4})d$/.exec(end)?.[1];
  const to = days === undefined ? parseDay(end) : addDays(from, Number(days));
  if (to === undefined || to < from) return undefined;
  return { name: name.trim(), kind: milestone ? 'milestone' : 'bar', from, to: milestone ? from : to };
}
