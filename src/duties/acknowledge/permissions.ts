// The rights at GitHub that the acknowledgements need.
import type { Permission } from '../permission.ts';

export const permissions: readonly Permission[] = [
  {
    rights: { members: 'read' },
    for: 'who can answer for a team, with the section `acknowledge`',
    without: 'only the lead of a team can answer for it in the issue',
  },
];
