// The trend of a cycle: one point a day, kept in the section itself and read back from it.
import { type Day, mondayOf, parseDay } from '../../domain/day.ts';

/** What the first look of a day found. */
export interface Point {
  readonly day: Day;
  /** Tasks that nobody had ticked. */
  readonly open: number;
  /** Undefined when it was not known, or nobody looked. */
  readonly failing?: number | undefined;
}

/** Points that are kept day by day; of older weeks only the last. */
const DAYS = 14;
/** Weeks that are kept: no cycle is longer. */
const WEEKS = 60;

const LINE = /^<!-- relcomms:trend ([0-9; -]*) -->\s*$/m;
const POINT = /^(\d{4}-\d\d-\d\d) (\d{1,6}) (\d{1,6}|-)$/;

/** What stands in a text of ours. What somebody broke is left out, and the trend goes on from there. */
export function readTrend(text: string): Point[] {
  const points = new Map<Day, Point>();
  for (const word of (LINE.exec(text)?.[1] ?? '').split(';')) {
    const [, written = '', open, failing] = POINT.exec(word.trim()) ?? [];
    const day = parseDay(written);
    if (day === undefined || open === undefined) continue;
    points.set(day, { day, open: Number(open), failing: failing === '-' ? undefined : Number(failing) });
  }
  return [...points.values()].toSorted((a, b) => (a.day < b.day ? -1 : 1));
}

/** The hidden line that keeps them. */
export function trendLine(points: readonly Point[]): string {
  const words = points.map(({ day, open, failing }) => `${day} ${open} ${failing ?? '-'}`);
  return `<!-- relcomms:trend ${words.join(';')} -->`;
}

/** With the point of today, unless it has one: the first look of a day counts, and a second only adds what that did not know. */
export function withToday(points: readonly Point[], today: Point): Point[] {
  const before = points.filter(({ day }) => day < today.day);
  const first = points.find(({ day }) => day === today.day) ?? today;
  const known = { ...first, failing: first.failing ?? today.failing };
  const weekly = lastOfWeeks(before.slice(0, -DAYS));
  return [...weekly, ...before.slice(-DAYS), known].slice(-WEEKS - DAYS);
}

/** The last point of each week, oldest first. */
export function lastOfWeeks(points: readonly Point[]): Point[] {
  return [...new Map(points.map((point) => [mondayOf(point.day), point])).values()];
}
