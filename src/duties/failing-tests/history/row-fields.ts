// Reads fields of data that people may have edited: what is not of the wanted shape is not there.
import { type Fields, isInstant, textIn, valueIn } from '../../../memory/read-value.ts';
import type { Point } from './test-record.ts';

export { type Fields, countIn, fieldsOf, instantIn } from '../../../memory/read-value.ts';
export { textIn as textAt } from '../../../memory/read-value.ts';

/** Words with spaces between them. */
export function textsAt(fields: Fields, name: string): string[] {
  return (
    textIn(fields, name)
      ?.split(' ')
      .filter((word) => word !== '') ?? []
  );
}

/** A commit and its moment: `["ab12…", 1767600000000]`. */
export function pointAt(fields: Fields, name: string): Point | undefined {
  const value = valueIn(fields, name);
  if (!Array.isArray(value)) return undefined;
  const [commit, at] = value as unknown[];
  return typeof commit === 'string' && isInstant(at) ? { commit, at } : undefined;
}
