// The rights at GitHub that messages need.
import type { Permission } from '../permission.ts';

export const permissions: readonly Permission[] = [
  {
    rights: { discussions: 'write' },
    for: 'messages as discussions, for audiences with `discussions`',
    without: 'relcomms writes none; the report says so, everything else works',
  },
];
