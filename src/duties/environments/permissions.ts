// The rights at GitHub that test environments need.
import type { Permission } from '../permission.ts';

export const permissions: readonly Permission[] = [
  {
    rights: { checks: 'write' },
    for: 'the check “relcomms candidate” of candidates, with the section `environments`',
    without: 'candidates get no check, and the report says so; messages and confirmations work',
  },
  {
    rights: { deployments: 'read' },
    for: 'whether a deployment makes a test environment ready, with the section `environments`',
    without: 'only `/release environment ready` and the check of the address say that it is ready',
  },
  {
    rights: { members: 'read' },
    for: 'who can confirm for a team, with the section `environments`',
    without: 'only people and leads in the config can confirm for a team',
  },
];
