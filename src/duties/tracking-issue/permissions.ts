// The rights at GitHub that the tracking issue needs.
import type { Permission } from '../permission.ts';

export const permissions: readonly Permission[] = [
  {
    rights: { issues: 'write' },
    for: 'tracking and task issues, labels, GitHub milestones, assignees, comments, reactions, pins',
    without: 'relcomms can create and update nothing',
  },
  {
    rights: { issue_fields: 'read' },
    name: 'issue_fields: read, of the organization',
    for: 'finding the field "Target date" where the repository does not show it; its values are written with `issues: write`',
    without: 'task issues have no Target date',
  },
  {
    rights: { members: 'read' },
    for: 'whether somebody is in a team that has a role (`roles: { docs: [acme/docs] }`), checked when such a person uses a command',
    without:
      "team members can't use the commands of the role, and the answer says so; people named in the config can",
  },
  {
    rights: { contents: 'write', pull_requests: 'write' },
    for: '`/release slip` and the handoff, which open pull requests for the config',
    without:
      'that command fails and says so, the handoff lists the changes to make by hand; everything else works',
  },
];
