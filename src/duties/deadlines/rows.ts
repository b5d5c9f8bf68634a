// The words for milestones that are near, where the report lists what is in the way.
import type { StandingKind } from '../../domain/standing.ts';

export const rows: readonly StandingKind[] = [
  {
    kind: 'milestone',
    rank: 50,
    title: 'Milestones',
    one: 'milestone',
    many: 'milestones',
    isShared: true,
    gate: 'is',
    isOnTop: true,
  },
];
