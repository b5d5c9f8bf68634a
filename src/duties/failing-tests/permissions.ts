// The rights at GitHub that failing tests need.
import type { Permission } from '../permission.ts';

export const permissions: readonly Permission[] = [
  {
    rights: { statuses: 'read' },
    for: 'hearing of statuses that other systems than Actions set on commits of release branches, with the section `failing-tests`',
    without: 'a run that comes anyway sees them later',
  },
  {
    rights: { checks: 'read', statuses: 'read' },
    for: 'what CI said of a release branch; needed in private repositories only',
    without:
      'what needs to know it is skipped, and the report says so; without `statuses` alone jobs are known, and the rest is not watched',
  },
  {
    rights: { actions: 'read' },
    for: 'the test reports that workflows leave as artifacts, in public repositories, too; in private ones also which workflow a job belongs to',
    without:
      'in public repositories jobs are known and single tests are not, and the report says which artifacts could not be read; in private ones nothing of the branch is known',
  },
];
