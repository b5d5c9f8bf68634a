// The rights at GitHub that the calendar file needs.
import type { Permission } from '../permission.ts';

export const permissions: readonly Permission[] = [
  {
    rights: { contents: 'write' },
    for: 'the calendar file on its branch, with the section `calendar`',
    without: 'it is not written; the report says so, all else works',
  },
];
