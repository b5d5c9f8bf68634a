// What is said of cherry-picks with something wrong, where they stand in the way.
import type { StandingKind } from '../../domain/standing.ts';

export const rows: readonly StandingKind[] = [
  {
    kind: 'pick-fault',
    rank: 34,
    title: 'Cherry-picks to check',
    one: 'cherry-pick to check',
    many: 'cherry-picks to check',
    isShared: true,
  },
];
