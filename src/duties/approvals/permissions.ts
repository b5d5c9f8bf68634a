// The rights at GitHub that approvals need.
import type { Permission } from '../permission.ts';

export const permissions: readonly Permission[] = [
  {
    rights: { pull_requests: 'write' },
    for: 'the comment and the label on pull requests that wait for approval; reading them needs `pull_requests: read`',
    without: 'those writes fail and say so; all else works',
  },
  {
    rights: { checks: 'read', statuses: 'read' },
    for: 'whether required checks of pull requests fail; needed in private repositories only',
    without: 'what needs to know it is left out for that pull request, and the report says so',
  },
  {
    rights: { members: 'read' },
    name: 'members: read, of the organisation',
    for: 'who is in a team that owns something',
    without: 'an approval counts for a team only where GitHub says so itself',
  },
];
