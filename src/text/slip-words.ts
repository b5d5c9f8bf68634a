// The words of a slip that its table and its Markdown share.
import { daysBetween } from '../domain/day.ts';
import { SLIP_GROUPS, type SlipGroup, type SlipRow, type SlipTable } from '../domain/slip.ts';
import { countWords, dayWords } from './words.ts';

const HEADINGS: Readonly<Record<SlipGroup, string>> = {
  missed: 'Was missed, and moves',
  moves: 'Moves',
  asked: 'To decide: does not move automatically',
  fixed: 'Fixed: does not move',
  stays: 'Stays',
};

export interface SlipSection {
  readonly group: SlipGroup;
  readonly heading: string;
  readonly rows: readonly SlipRow[];
  /** Milestones that merely lie in the past: counted, not listed. */
  readonly past: number;
}

/** The groups that have something to say, in order. */
export function slipSections(table: SlipTable): SlipSection[] {
  const edited = new Set(table.edits.map(({ milestone }) => milestone));
  return SLIP_GROUPS.flatMap((group) => {
    const all = table[group];
    const rows = group === 'stays' ? all.filter(({ kind, id }) => kind === 'task' || edited.has(id)) : all;
    return all.length === 0
      ? []
      : [{ group, heading: HEADINGS[group], rows, past: all.length - rows.length }];
  });
}

/** `3 milestones that have happened`, with `more` when others are listed. */
export function pastWords({ past, rows }: SlipSection): string {
  const more = rows.length === 0 ? '' : ' more';
  return past === 1 ? `1${more} milestone that has happened` : `${past}${more} milestones that have happened`;
}

/** `from Tue 10 Nov 2026 to Tue 17 Nov 2026, 7 days later`. */
export function moveWords({ from, to }: Pick<SlipTable, 'from' | 'to'>): string {
  const days = daysBetween(from, to);
  const shift = days > 0 ? `${countWords(days, 'day')} later` : `${countWords(-days, 'day')} earlier`;
  return `from ${dayWords(from)} to ${dayWords(to)}, ${shift}`;
}
