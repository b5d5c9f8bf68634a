// Finds the organisation's issue field "Target date": asked for once in a run, and only when it is needed.
import { isRefusal, statusOf, wordsOfRefusal } from '../failure.ts';
import type { TargetField, World } from './world.ts';

/** GitHub gives this field to every organisation; an organisation may rename or delete it. */
const NAME = 'Target date';

interface IssueField {
  readonly id: number;
  readonly name: string;
  readonly data_type: string;
}

/** Throws when GitHub could not be asked; a refusal is an answer. */
export async function targetField(world: World): Promise<TargetField> {
  world.targetField ??= await look(world);
  return world.targetField;
}

async function look({ github }: World): Promise<TargetField> {
  const { owner } = github;
  try {
    const { data } = await github.request('GET /orgs/{org}/issue-fields', { org: owner });
    const field = (data as readonly (IssueField | null)[]).find(
      (candidate) => candidate?.data_type === 'date' && candidate.name.toLowerCase() === NAME.toLowerCase(),
    );
    if (field) return { kind: 'field', id: field.id };
    return { kind: 'none', why: `${owner} has no issue field "${NAME}" for dates` };
  } catch (error) {
    if (!isRefusal(error)) throw error;
    const why =
      statusOf(error) === 403
        ? `the token may not read the issue fields of ${owner}`
        : `${owner} has no issue fields`;
    return { kind: 'none', why: `${why} (${wordsOfRefusal(error)})` };
  }
}
