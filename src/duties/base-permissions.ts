// The rights at GitHub that relcomms needs whichever duties are on.
import type { Permission } from './permission.ts';

export const BASE_PERMISSIONS: readonly Permission[] = [
  {
    rights: { contents: 'read' },
    for: 'reading `.github/relcomms.yml`',
    without: "the config can't be read, the run fails",
  },
  {
    rights: { metadata: 'read' },
    for: 'GitHub requires it of every App; the permissions of people who use commands',
    without: 'commands are refused',
  },
  {
    rights: { pull_requests: 'read', checks: 'write' },
    for: 'the check of the config in pull requests',
    without: 'no check; the report says so, and the run succeeds',
  },
  {
    rights: { members: 'read' },
    name: 'members: read, of the organization',
    for: "mentioning teams, which GitHub treats as plain text otherwise; a workflow token can't have it",
    without:
      'relcomms mentions people in place of a team: the people that the config lists, else its lead, else the release leads',
  },
];
