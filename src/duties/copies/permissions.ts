// The rights at GitHub that copies of dates need.
import type { Permission } from '../permission.ts';

export const permissions: readonly Permission[] = [
  {
    rights: { contents: 'write', pull_requests: 'write' },
    for: 'pull requests that change dates in other files, with the section `copies`',
    without: 'relcomms only lists the dates that differ',
  },
];
