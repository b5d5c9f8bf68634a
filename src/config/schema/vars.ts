// Values that titles, notes, links and labels can name in braces.
import { id, table, text } from '../fields.ts';

/** Names to values of one line each. */
export function vars() {
  return table(id(), text({ max: 200 })).default({});
}
