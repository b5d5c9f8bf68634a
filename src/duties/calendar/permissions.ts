// The rights at GitHub that the calendar file needs.
import type { Permission } from '../permission.ts';

export const permissions: readonly Permission[] = [
  {
    rights: { contents: 'write' },
    for: 'the calendar file on its branch, with the section `calendar`',
    without: 'relcomms does not write it; the report says so, everything else works',
  },
];
