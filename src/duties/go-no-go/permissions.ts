// The rights at GitHub that votes need.
import type { Permission } from '../permission.ts';

export const permissions: readonly Permission[] = [
  {
    rights: { members: 'read' },
    for: 'who can vote for a team, with the section `go-no-go`',
    without: 'only people and leads in the config can vote for a team',
  },
];
