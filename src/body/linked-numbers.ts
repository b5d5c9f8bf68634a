// The issues that the items of our checklists link to: what a body remembers of them.
import { findItems } from './body-lines.ts';
import { splitLines } from './split-lines.ts';

/** Their numbers, each once. What people wrote behind our words does not count. */
export function linkedNumbers(body: string): number[] {
  const numbers = findItems(splitLines(body)).flatMap(({ text }) => {
    const number = / \u00B7 #(\d{1,9})$/.exec(text.trimEnd())?.[1];
    return number === undefined ? [] : [Number(number)];
  });
  return [...new Set(numbers)];
}
