// Values of the organisation's fields on an issue.
import type { Json } from '../model/json-object.ts';
import type { Issue, IssueField } from '../model/repo.ts';
import type { World } from '../model/world.ts';
import { Refusal } from '../refusal.ts';

export interface FieldValue {
  readonly field: IssueField;
  readonly value: string | number;
}

/** The values that a request names; a field that is not there, or a value of the wrong kind, is refused. */
export function readValues(world: World, body: Json): FieldValue[] {
  return given(body).map(({ field_id: id, value }) => {
    const field = world.issueFields?.find((candidate) => candidate.id === id);
    if (field === undefined) throw Refusal.invalid('IssueFieldValue', 'field_id', 'invalid');
    if (!fits(field, value)) throw Refusal.invalid('IssueFieldValue', 'value', 'invalid');
    return { field, value: value as string | number };
  });
}

/** The same when an issue is opened: everything is dropped without a word where there are no fields. */
export function knownValues(world: World, body: Json): FieldValue[] {
  return world.issueFields === undefined ? [] : readValues(world, body);
}

/** Sets these values; others stay. */
export function setFieldValues(world: World, issue: Issue, values: readonly FieldValue[]): void {
  if (values.length === 0) return;
  for (const { field, value } of values) issue.fieldValues.set(field, value);
  issue.updatedAt = world.now();
}

function given(body: Json): Json[] {
  const values = body['issue_field_values'];
  return Array.isArray(values) ? (values as Json[]) : [];
}

function fits({ type }: IssueField, value: unknown): boolean {
  if (type === 'number') return typeof value === 'number';
  return typeof value === 'string' && (type === 'text' || /^\d{4}-\d\d-\d\d$/.test(value));
}
