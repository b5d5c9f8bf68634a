// The rights at GitHub that the tracking issue needs.
import type { Permission } from '../permission.ts';

export const permissions: readonly Permission[] = [
  {
    rights: { issues: 'write' },
    for: 'tracking and task issues, labels, GitHub milestones, assignees, comments, reactions, pins',
    without: 'nothing can be kept',
  },
  {
    rights: { issue_fields: 'read' },
    name: 'issue_fields: read, of the organisation',
    for: 'finding the field "Target date" where the repository does not show it; its values are written with `issues: write`',
    without: 'task issues carry no Target date',
  },
  {
    rights: { members: 'read' },
    for: 'whether somebody is in a team that holds a role (`roles: { docs: [acme/docs] }`), asked when such a person gives a command',
    without: 'members of teams have no right by it and are told so; people named in the config have theirs',
  },
  {
    rights: { contents: 'write', pull_requests: 'write' },
    for: '`/release slip` and the hand-over, which open pull requests on the config',
    without: 'that command fails and says so, the hand-over says what to write by hand; all else works',
  },
];
