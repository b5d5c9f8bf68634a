// The rights at GitHub that approvals need.
import type { Permission } from '../permission.ts';

export const permissions: readonly Permission[] = [
  {
    rights: { pull_requests: 'write' },
    for: 'the comment and the label on pull requests that need approval; reading them needs `pull_requests: read`',
    without: 'those writes fail, and the report says so; everything else works',
  },
  {
    rights: { checks: 'read', statuses: 'read' },
    for: 'whether required checks of pull requests fail; needed in private repositories only',
    without: 'relcomms skips that pull request where it needs this, and the report says so',
  },
  {
    rights: { members: 'read' },
    name: 'members: read, of the organization',
    for: 'the members of teams that own something',
    without: 'an approval counts for a team only where GitHub says so itself',
  },
];
