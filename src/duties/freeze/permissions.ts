// The rights at GitHub that freezes need.
import type { Permission } from '../permission.ts';

export const permissions: readonly Permission[] = [
  {
    rights: { statuses: 'write' },
    for: 'the commit status `relcomms/freeze` of open pull requests, with the section `freeze`',
    without: 'pull requests get no status, and the report says so; comments and exceptions work',
  },
  {
    rights: { pull_requests: 'write' },
    for: 'the comment and the label on pull requests in a freeze, with the section `freeze`',
    without: 'those writes fail, and the report says so; the status works',
  },
];
