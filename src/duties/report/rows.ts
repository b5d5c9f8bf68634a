// What is said of blockers where they stand in the way.
import type { StandingKind } from '../../domain/standing.ts';

export const rows: readonly StandingKind[] = [
  {
    kind: 'blocker',
    rank: 10,
    title: 'Blockers',
    one: 'blocker',
    many: 'blockers',
  },
];
