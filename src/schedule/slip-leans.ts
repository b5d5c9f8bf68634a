// Which milestones a milestone leans on: its anchor, the anchor of that, and so on.
import type { DayExpression } from '../domain/day-expression.ts';
import type { MilestoneSpec, ReleaseSpec } from '../domain/spec.ts';

/** Ids from the nearest on; `start` is among them, and `release` behind a start that is counted back from it. */
export function anchorsOf(
  id: string,
  written: ReadonlyMap<string, MilestoneSpec>,
  release: ReleaseSpec,
): readonly string[] {
  const anchors: string[] = [];
  for (let next = anchorOf(id, written, release); next !== undefined && !anchors.includes(next);) {
    anchors.push(next);
    next = anchorOf(next, written, release);
  }
  return anchors;
}

function anchorOf(
  id: string,
  written: ReadonlyMap<string, MilestoneSpec>,
  { start }: ReleaseSpec,
): string | undefined {
  if (id === 'release') return undefined;
  if (id === 'start') return start === undefined ? 'release' : undefined;
  return leansOn(written.get(id)?.on);
}

/** The id that a day is counted from; undefined for a day of its own. */
export function leansOn(on: DayExpression | undefined): string | undefined {
  if (on === undefined || on.kind === 'day' || on.kind === 'later') return undefined;
  if (on.kind === 'week') return on.week.from === 'start' ? 'start' : 'release';
  return on.anchor;
}
