// The numbers of a cycle that have to go together, and the one id that milestones can't have.
import { LATER, type WeekRef, parseWeekRef } from '../../domain/day-expression.ts';
import type { Path, Problem } from '../../domain/problem.ts';
import { type Node, textAt } from '../yaml/node.ts';
import { type Rule, entriesOf, itemsOf } from './rule.ts';

export const cycleRules: readonly Rule[] = [releaseWeek, phaseOrder, phaseOverlap, reservedMilestone];

function releaseWeek({ merged }: Parameters<Rule>[0]): readonly Problem[] {
  const cycle = merged.entries.get('cycle')?.value;
  const weeks = Number(textAt(cycle, 'weeks') ?? 13);
  const week = Number(textAt(cycle, 'release-week') ?? 12);
  // Not a number is told by the schema.
  if (cycle === undefined || !(week > weeks)) return [];
  const path = ['cycle', textAt(cycle, 'release-week') === undefined ? 'weeks' : 'release-week'];
  const message = `The release week (${week}) lies after the last of ${weeks} weeks.`;
  return [error('release-week-outside', path, message, 'Write a smaller "release-week", or more "weeks".')];
}

function phaseOrder({ merged }: Parameters<Rule>[0]): readonly Problem[] {
  const phases = entriesOf(merged.entries.get('cycle')?.value).get('phases')?.value;
  if (phases?.kind !== 'list') return [];
  return phases.items.flatMap((phase, index) => {
    const from = parseWeekRef(textAt(phase, 'from') ?? '');
    const to = parseWeekRef(textAt(phase, 'to') ?? '');
    if (from === undefined || to === undefined || from.from !== to.from || position(from) <= position(to))
      return [];
    const message = `The phase ends (week ${textAt(phase, 'to')}) before it begins (week ${textAt(phase, 'from')}).`;
    return [error('phase-order', ['cycle', 'phases', index, 'to'], message, 'Exchange "from" and "to".')];
  });
}

/** A week has one phase, so of two that hold it the second one would not be seen. Weeks are those of the plan. */
function phaseOverlap({ merged }: Parameters<Rule>[0]): readonly Problem[] {
  const cycle = entriesOf(merged.entries.get('cycle')?.value);
  const phases = cycle.get('phases')?.value;
  const releaseAt = Number(textAt(merged.entries.get('cycle')?.value, 'release-week') ?? 12);
  if (phases?.kind !== 'list') return [];
  const spans = phases.items.map((phase, index) => {
    const [from, to] = ['from', 'to'].map((key) => weekAt(textAt(phase, key), releaseAt));
    return { index, name: textAt(phase, 'name') ?? '', from, to };
  });
  return spans.flatMap(({ index, name, from, to }) => {
    const other = spans.slice(0, index).find((one) => holds(one, from) || holds({ from, to }, one.from));
    if (other === undefined || !holds({ from, to }, from)) return [];
    const message = `The phases "${other.name}" and "${name}" overlap: weeks ${other.from} to ${other.to}, and weeks ${from} to ${to}.`;
    const fix = 'Let one end before the other begins.';
    return [
      { ...error('phase-overlap', ['cycle', 'phases', index, 'from'], message, fix), severity: 'warning' },
    ];
  });
}

function weekAt(text: string | undefined, releaseAt: number): number | undefined {
  const week = parseWeekRef(text ?? '');
  if (week === undefined) return undefined;
  return week.from === 'start' ? week.number : releaseAt + week.offset;
}

function holds(
  span: { from: number | undefined; to: number | undefined },
  week: number | undefined,
): boolean {
  const { from, to } = span;
  return from !== undefined && to !== undefined && week !== undefined && from <= week && week <= to;
}

function position(week: WeekRef): number {
  return week.from === 'start' ? week.number : week.offset;
}

/** Words that a day is written with. */
const RESERVED = { start: 'the Monday of week 1', [LATER]: 'the word for a day that nobody knows yet' };

/** `start` in a day such as "start + 2 weeks" always means the Monday of week 1. */
function reservedMilestone({ merged }: Parameters<Rule>[0]): readonly Problem[] {
  const lists: readonly (readonly [Path, Node | undefined])[] = [
    [['milestones'], merged.entries.get('milestones')?.value],
    ...itemsOf(merged, 'releases').map(
      (release, index) =>
        [['releases', index, 'milestones'], entriesOf(release).get('milestones')?.value] as const,
    ),
  ];
  return lists.flatMap(([path, milestones]) =>
    Object.entries(RESERVED)
      .filter(([id]) => entriesOf(milestones).has(id))
      .map(([id, meaning]) =>
        error(
          'reserved-id',
          [...path, id],
          `A milestone can't be called "${id}", which is ${meaning}.`,
          'Choose another id, for example kick-off.',
        ),
      ),
  );
}

function error(code: string, path: Path, message: string, fix: string): Problem {
  return { code, severity: 'error', path, message, fix };
}
