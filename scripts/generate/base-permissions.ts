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
    for: 'asked for by GitHub of every App; the rights of people who give commands',
    without: 'commands are refused',
  },
  {
    rights: { pull_requests: 'read', checks: 'write' },
    for: 'the check of the config in pull requests',
    without: 'no check; the report says so, the run is good',
  },
  {
    rights: { members: 'read' },
    name: 'members: read, of the organisation',
    for: "mentioning teams, which GitHub takes for plain text otherwise; the token of a workflow can't have it",
    without:
      'people are mentioned in place of a team: those whom the config lists, else its lead, else those who lead the release',
  },
];

export const BASE_EVENTS: readonly string[] = [CONFIG_CHECK_EVENT, COMMAND_EVENT];

/** Every App gets these without asking, and may not ask. Those that may write checks get theirs the same way. */
export const UNASKED_EVENTS: readonly string[] = ['installation', 'installation_repositories'];
