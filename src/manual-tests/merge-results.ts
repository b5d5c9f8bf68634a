// Joins results that came by several ways: what changed on one side counts, what changed on both is reported.
import { FIELDS, type Field, type ManualResult, type Results, keyOf } from '../domain/manual-test.ts';

/** A cell that was changed here and there to different values. The one that is kept stays. */
export interface Conflict {
  readonly run: string;
  readonly candidate: string;
  readonly field: Field;
  readonly kept: string | undefined;
  readonly other: string | undefined;
}

export interface Sides {
  /** What both began with; absent when that is not known. */
  readonly base?: Results | undefined;
  /** What is recorded now. */
  readonly ours: Results;
  /** What comes in. A row that it lacks says nothing; an empty field of a row says that it was emptied. */
  readonly theirs: Results;
}

export interface MergedResults {
  readonly results: Results;
  readonly conflicts: readonly Conflict[];
  /** Fields that what came in changed. */
  readonly changed: number;
}

/** Three-way, field by field. Without a base, a field that is empty on one side takes the value of the other. */
export function mergeResults({ base, ours, theirs }: Sides): MergedResults {
  const results = new Map(ours);
  const conflicts: Conflict[] = [];
  let changed = 0;
  for (const [key, incoming] of theirs) {
    const { run, candidate } = incoming;
    const recorded = ours.get(key);
    let merged: ManualResult = recorded ?? { run, candidate };
    for (const field of FIELDS) {
      const sides = { before: base?.get(key)?.[field], kept: recorded?.[field], other: incoming[field] };
      const verdict = judge(sides, base !== undefined);
      if (verdict === 'conflict') conflicts.push({ run, candidate, field, ...shown(sides) });
      if (verdict !== 'take') continue;
      merged = { ...merged, [field]: sides.other };
      changed++;
    }
    if (isFilled(merged)) results.set(key, merged);
    else results.delete(key);
  }
  return { results, conflicts, changed };
}

interface Field3 {
  readonly before: string | undefined;
  readonly kept: string | undefined;
  readonly other: string | undefined;
}

function judge({ before, kept, other }: Field3, isBaseKnown: boolean): 'keep' | 'take' | 'conflict' {
  if (other === kept) return 'keep';
  if (!isBaseKnown) {
    if (other === undefined) return 'keep';
    return kept === undefined ? 'take' : 'conflict';
  }
  if (other === before) return 'keep';
  return kept === before ? 'take' : 'conflict';
}

function shown({ kept, other }: Field3) {
  return { kept, other };
}

function isFilled(row: ManualResult): boolean {
  return FIELDS.some((field) => row[field] !== undefined);
}

/**
 * What the next import has to compare with: the results, but for cells in conflict. These go on from what both sides
 * began with, so that they are reported until one side gives in.
 */
export function baseAfter({ results, conflicts }: MergedResults, base: Results | undefined): Results {
  const after = new Map(results);
  for (const { candidate, run, field } of conflicts) {
    const key = keyOf({ candidate, run });
    after.set(key, { candidate, run, ...after.get(key), [field]: base?.get(key)?.[field] });
  }
  return after;
}

/** Rows in the order of candidates and runs, so that the same results are the same text. */
export function sortedRows(results: Results): readonly ManualResult[] {
  return [...results.values()].toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
}
