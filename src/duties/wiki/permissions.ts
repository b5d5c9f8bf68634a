// The rights at GitHub that the wiki page needs.
import type { Permission } from '../permission.ts';

export const permissions: readonly Permission[] = [
  {
    rights: { contents: 'write' },
    for: 'the page of the wiki, with the section `wiki`',
    without: 'relcomms does not write it; the report says so, everything else works',
  },
];
