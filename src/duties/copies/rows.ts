// The row of the report for copies with another date.
import type { StandingKind } from '../../domain/standing.ts';

export const rows: readonly StandingKind[] = [
  {
    kind: 'copy',
    rank: 57,
    title: 'Copies with another date',
    one: 'copy with another date',
    many: 'copies with another date',
    gate: 'belongs',
    isShared: true,
  },
];
