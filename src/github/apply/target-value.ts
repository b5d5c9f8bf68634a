// The Target date as a part of a new issue: it costs no write of its own, and tells nobody a second time.
import type { CreateIssue } from '../../domain/operation.ts';
import { failureWords } from '../failure.ts';
import { targetField } from './target-field.ts';
import type { TargetField, World } from './world.ts';

interface TargetValue {
  /** What goes into the request; GitHub drops it without a word where it has no use for it. */
  readonly fields: { readonly issue_field_values?: { field_id: number; value: string }[] };
  /** Why there is none, in words; once in a run. */
  readonly why?: string | undefined;
}

/** Never fails: an issue without a Target date is better than none. */
export async function targetValue(world: World, { targetDate }: CreateIssue): Promise<TargetValue> {
  if (targetDate === undefined) return { fields: {} };
  const field = await fieldOf(world);
  if (field.kind === 'field')
    return { fields: { issue_field_values: [{ field_id: field.id, value: targetDate }] } };
  const why = world.saidNoTarget === true ? undefined : `without a Target date: ${field.why}`;
  world.saidNoTarget = true;
  return { fields: {}, why };
}

async function fieldOf(world: World): Promise<TargetField> {
  try {
    return await targetField(world);
  } catch (error) {
    return { kind: 'none', why: `the issue fields could not be read (${failureWords(error)})` };
  }
}
