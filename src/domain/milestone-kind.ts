// What a milestone can be to those who work on a release.

/** In the order in which they are listed. A team has to be ready for the first five, which are gates. */
export const MILESTONE_KINDS = [
  'code-freeze',
  'feature-freeze',
  'rc',
  'cherry-pick-deadline',
  'release',
  'branch',
  'embargo',
  'docs',
  'event',
  'other',
] as const;

export type MilestoneKind = (typeof MILESTONE_KINDS)[number];

const GATES: ReadonlySet<MilestoneKind> = new Set<MilestoneKind>([
  'code-freeze',
  'feature-freeze',
  'rc',
  'cherry-pick-deadline',
  'release',
]);

/** Whether things have to be ready for milestones of this kind, in any project. */
export function isGateKind(kind: MilestoneKind): boolean {
  return GATES.has(kind);
}
