// The line of a failed channel in two: it says what is wrong, and behind the colon what to do.
import type { Words } from './checkup.ts';

export function lineWords(line: string): Pick<Words, 'found' | 'fix'> {
  const [, found = line, fix] = /^(.*?): (.*)$/.exec(line) ?? [];
  const sentence = fix === undefined ? undefined : fix.charAt(0).toUpperCase() + fix.slice(1);
  return { found: found.replace(/\.$/, ''), fix: sentence };
}
