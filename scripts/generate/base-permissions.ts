// What relcomms needs at GitHub whichever duties are on: the rights and the webhooks of the way itself.
import type { Permission } from '../../src/duties/permission.ts';
import { COMMAND_EVENT, CONFIG_CHECK_EVENT } from '../../src/server/hint.ts';

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

export const BASE_EVENTS: readonly string[] = [CONFIG_CHECK_EVENT, COMMAND_EVENT];

/** Every App gets these without asking, and may not ask. Those that may write checks get theirs the same way. */
export const UNASKED_EVENTS: readonly string[] = ['installation', 'installation_repositories'];
