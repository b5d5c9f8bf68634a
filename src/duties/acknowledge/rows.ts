// What is said of teams that have not confirmed a date, where they stand in the way.
import type { StandingKind } from '../../domain/standing.ts';

export const rows: readonly StandingKind[] = [
  {
    kind: 'unconfirmed',
    rank: 47,
    title: 'Missing confirmations',
    one: 'missing confirmation',
    many: 'missing confirmations',
    isShared: true,
    gate: 'belongs',
  },
];
