// Release candidates that repeat until nothing blocks one: how they are written, and how they are named.
/** When there are enough candidates: once nothing blocks one, or after those that were planned. */
export const CANDIDATE_RULES = ['none blocks', 'planned'] as const;

export type CandidateRule = (typeof CANDIDATE_RULES)[number];

/** In the day of a task that is done once per candidate, its candidate; in sections, each of them. */
export const EACH_CANDIDATE = 'candidate';

/** In any day, the last candidate so far. */
export const LAST_CANDIDATE = 'last-candidate';

/** Most candidates that may be planned. */
export const MOST_PLANNED = 20;

/** The id of its milestone: `rc3`. */
export function candidateId(number: number): string {
  return `rc${number}`;
}

/** Undefined where the id is that of no candidate. */
export function candidateNumber(id: string): number | undefined {
  const [, digits] = /^rc([1-9]\d?)$/.exec(id) ?? [];
  return digits === undefined ? undefined : Number(digits);
}

/** What a section has for a milestone by its id, else what it has for each candidate. */
export function forMilestone<T>(
  table: Readonly<Record<string, T>>,
  { id, candidate }: { readonly id: string; readonly candidate?: number | undefined },
): T | undefined {
  if (Object.hasOwn(table, id)) return table[id];
  return candidate !== undefined && Object.hasOwn(table, EACH_CANDIDATE) ? table[EACH_CANDIDATE] : undefined;
}

/** Whether a list in a section names the milestone, or each candidate where it is one. */
export function namesMilestone(
  names: readonly string[],
  { id, candidate }: { readonly id: string; readonly candidate?: number | undefined },
): boolean {
  return names.includes(id) || (candidate !== undefined && names.includes(EACH_CANDIDATE));
}
