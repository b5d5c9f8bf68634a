// What is said of a release that is not out after its day where it stands in the way.
import type { StandingKind } from '../../../domain/standing.ts';

export const rows: readonly StandingKind[] = [
  {
    kind: 'late-release',
    rank: 5,
    title: 'Release not out',
    one: 'release that is not out',
    many: 'releases that are not out',
    isShared: true,
  },
];
