// Reads fields of a JSON body with the types that GitHub accepts.
import type { Json } from '../model/json-object.ts';
import type { Milestone, Repo } from '../model/repo.ts';
import { Refusal } from '../refusal.ts';

/** A text field; undefined when absent. */
export function textField(body: Json, field: string, resource: string): string | undefined {
  const value = body[field];
  if (value === undefined || value === null) return undefined;
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return String(value);
  throw Refusal.invalid(resource, field, 'invalid');
}

/** A text field that must be there. */
export function requiredText(body: Json, field: string, resource: string): string {
  const value = textField(body, field, resource);
  if (value === undefined) throw Refusal.invalid(resource, field, 'missing_field');
  return value;
}

/** A text that null clears; undefined when absent. */
export function clearableText(body: Json, field: string, resource: string): string | null | undefined {
  return body[field] === null ? null : textField(body, field, resource);
}

/** Names given as texts or as objects with a `name`; undefined when absent. */
export function nameList(value: unknown): string[] | undefined {
  if (!Array.isArray(value)) return undefined;
  return value.flatMap((item: unknown) => {
    if (typeof item === 'string') return [item];
    const name = typeof item === 'object' && item !== null ? (item as Json)['name'] : undefined;
    return typeof name === 'string' ? [name] : [];
  });
}

/** One of the allowed words; undefined when absent. */
export function wordField<W extends string>(
  body: Json,
  field: string,
  words: readonly W[],
  resource: string,
): W | undefined {
  const value = body[field];
  if (value === undefined || value === null) return undefined;
  const word = words.find((candidate) => candidate === value);
  if (word === undefined) throw Refusal.invalid(resource, field, 'invalid');
  return word;
}

/** The milestone that an issue names by number; null takes it out, undefined leaves it. */
export function milestoneField(body: Json, repo: Repo): Milestone | null | undefined {
  const value = body['milestone'];
  if (value === undefined || value === null) return value;
  const milestone = repo.milestones.get(Number(value));
  if (milestone === undefined) throw Refusal.invalid('Issue', 'milestone', 'invalid');
  return milestone;
}
