// Reads fields of data that people may have edited: what is not of the wanted shape is not there.
import type { Instant } from '../../../domain/day.ts';
import type { Point } from './test-record.ts';

export type Fields = Readonly<Record<string, unknown>>;

export function fieldsOf(value: unknown): Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : {};
}

export function textAt(fields: Fields, name: string): string | undefined {
  const value = fields[name];
  return typeof value === 'string' ? value : undefined;
}

export function numberAt(fields: Fields, name: string): number | undefined {
  const value = fields[name];
  return typeof value === 'number' && Number.isFinite(value) ? value : undefined;
}

/** Words with spaces between them. */
export function textsAt(fields: Fields, name: string): string[] {
  return (
    textAt(fields, name)
      ?.split(' ')
      .filter((word) => word !== '') ?? []
  );
}

/** A commit and its moment: `["ab12…", 1767600000000]`. */
export function pointAt(fields: Fields, name: string): Point | undefined {
  const value = fields[name];
  if (!Array.isArray(value)) return undefined;
  const [commit, at] = value as unknown[];
  return typeof commit === 'string' && typeof at === 'number' ? { commit, at: at as Instant } : undefined;
}
