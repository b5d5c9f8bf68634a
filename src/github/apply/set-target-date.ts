// Moves the Target date of an issue, where its organisation has the field: a help, nothing depends on it.
import type { SetTargetDate } from '../../domain/operation.ts';
import { isRefusal, wordsOfRefusal } from '../failure.ts';
import type { Written } from '../../domain/outcome.ts';
import { targetField } from './target-field.ts';
import { type World, holdBack } from './world.ts';

export async function setTargetDate(world: World, { number, day, entry }: SetTargetDate): Promise<Written> {
  const release = holdBack(world, entry);
  const detail = await send(world, number, day);
  release();
  return { outcome: detail === undefined ? 'done' : 'soft', number, detail };
}

/** Undefined when it took, else why it can't be done here. Other fields of the issue stay as they are. */
async function send(world: World, number: number, day: string): Promise<string | undefined> {
  const field = await targetField(world);
  if (field.kind === 'none') return field.why;
  const { owner, repo } = world.github;
  try {
    await world.github.request('POST /repos/{owner}/{repo}/issues/{issue_number}/issue-field-values', {
      owner,
      repo,
      issue_number: number,
      issue_field_values: [{ field_id: field.id, value: day }],
    });
    return undefined;
  } catch (error) {
    if (!isRefusal(error)) throw error;
    return `GitHub did not take the Target date (${wordsOfRefusal(error)})`;
  }
}
