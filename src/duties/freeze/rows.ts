// What is said of exceptions that wait for a decision, where they stand in the way.
import type { StandingKind } from '../../domain/standing.ts';

export const rows: readonly StandingKind[] = [
  {
    kind: 'exception',
    rank: 33,
    title: 'Freeze exceptions',
    one: 'freeze exception to decide',
    many: 'freeze exceptions to decide',
    isShared: true,
    gate: 'belongs',
  },
];
