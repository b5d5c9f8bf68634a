// The rights at GitHub that failing tests need.
import type { Permission } from '../permission.ts';

export const permissions: readonly Permission[] = [
  {
    rights: { statuses: 'read' },
    for: 'webhooks for statuses that systems other than Actions set on commits of release branches, with the section `failing-tests`',
    without: 'a run that comes anyway sees them later',
  },
  {
    rights: { checks: 'read', statuses: 'read' },
    for: 'the CI results of a release branch; needed in private repositories only',
    without:
      'relcomms skips everything that needs this, and the report says so; without `statuses` alone, it reads jobs and does not watch the rest',
  },
  {
    rights: { actions: 'read' },
    for: 'the test reports that workflows leave as artifacts, in public repositories, too; in private ones also which workflow a job belongs to',
    without:
      'in public repositories relcomms knows jobs but no single tests, and the report names the artifacts; in private ones it knows nothing about the branch',
  },
];
