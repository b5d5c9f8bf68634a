// The rights at GitHub that the wiki page needs.
import type { Permission } from '../permission.ts';

export const permissions: readonly Permission[] = [
  {
    rights: { contents: 'write' },
    for: 'the page of the wiki, with the section `wiki`',
    without: 'it is not written; the report says so, all else works',
  },
];
