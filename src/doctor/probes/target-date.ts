// Whether task issues get a Target date: a field of the organization that the token is shown.
import { targetField } from '../../github/apply/target-field.ts';
import { type Checkup, limited, ok } from '../checkup.ts';
import type { Place } from './place.ts';

export async function targetDateCheckups({
  github,
  where,
  prepared,
  isOrganization,
}: Place): Promise<readonly Checkup[]> {
  if (!isOrganization || prepared.config.sections['tracking-issue'] === undefined) return [];
  const field = await targetField({ github });
  if (field.kind === 'field') return [ok('Answers', 'Target date', 'the field is there')];
  return [
    limited('Answers', 'Target date', {
      found: field.why,
      lost: 'task issues have no Target date',
      fix: 'Add the date field "Target date" to the issue fields of the organization, or leave it so.',
      link: `${where.site}/organizations/${where.owner}/settings/issue-fields`,
    }),
  ];
}
