// The rights at GitHub that blockers need.
import type { Permission } from '../permission.ts';

export const permissions: readonly Permission[] = [
  {
    rights: { pull_requests: 'read' },
    for: 'blockers among pull requests, with the section `report`',
    without: 'blockers are unknown; the report says so, and the run fails',
  },
];
