// The words of a slip that its table and its Markdown share.
import { daysBetween } from '../domain/day.ts';
import { type NamedMove, SLIP_GROUPS, type SlipGroup, type SlipRow, type SlipTable } from '../domain/slip.ts';
import { countWords, dayWords } from './words.ts';

const HEADINGS: Readonly<Record<SlipGroup, string>> = {
  missed: 'Was missed, and moves',
  moves: 'Moves',
  asked: 'To decide: does not move automatically',
  unsure: 'To decide: did it happen?',
  fixed: 'Fixed: does not move',
  stays: 'Stays',
  keeps: 'Keeps its day',
};

export interface SlipSection {
  readonly group: SlipGroup;
  readonly heading: string;
  readonly rows: readonly SlipRow[];
  /** Milestones of which no more than name and day is told, by reason. */
  readonly brief: readonly Brief[];
}

export interface Brief {
  readonly reason: string;
  readonly rows: readonly SlipRow[];
}

/** The groups that have something to say, in order. */
export function slipSections(table: SlipTable): SlipSection[] {
  const edited = new Set(table.edits.map(({ milestone }) => milestone));
  return SLIP_GROUPS.flatMap((group) => {
    const all = table[group];
    const isBrief = ({ kind, id }: SlipRow): boolean =>
      (group === 'keeps' || group === 'stays') && kind === 'milestone' && !edited.has(id);
    const rows = all.filter((row) => !isBrief(row));
    const brief = briefOf(all.filter(isBrief));
    return all.length === 0 ? [] : [{ group, heading: HEADINGS[group], rows, brief }];
  });
}

function briefOf(rows: readonly SlipRow[]): Brief[] {
  const reasons = [...new Set(rows.map(({ reason }) => reason))];
  return reasons.map((reason) => ({ reason, rows: rows.filter((row) => row.reason === reason) }));
}

/** Everything that may move, as the command takes it: the named milestones and those asked about with a proposed day. */
export function pairsWithAsked({ named, asked, unsure }: SlipTable): readonly string[] {
  const may = [...asked, ...unsure].flatMap(({ kind, id, suggestion }) =>
    kind === 'milestone' && suggestion !== undefined ? [`${id}=${suggestion}`] : [],
  );
  return may.length === 0 ? [] : [...named.map(({ milestone, to }) => `${milestone}=${to}`), ...may];
}

/** `moves from Tue 10 Nov 2026 to Tue 17 Nov 2026, 7 days later`; `gets its first day, Tue 17 Nov 2026`. */
export function moveWords({ from, to }: Pick<NamedMove, 'from' | 'to'>): string {
  if (from === undefined) return `gets its first day, ${dayWords(to)}`;
  const days = daysBetween(from, to);
  const shift = days > 0 ? `${countWords(days, 'day')} later` : `${countWords(-days, 'day')} earlier`;
  return `moves from ${dayWords(from)} to ${dayWords(to)}, ${shift}`;
}
