// Leaves out the last lines of a message that would be too long for a chat, and says how many.
import { countWords } from '../../text/words.ts';

/** Room for the line that says so. */
const LAST = 80;

/** `size`: of one line, in the unit of `most`. The first line is always there. */
export function withinLines(
  lines: readonly string[],
  most: number,
  size: (line: string) => number,
): string[] {
  const all = lines.reduce((sum, line) => sum + size(line), 0);
  if (all <= most) return [...lines];
  const kept: string[] = [];
  let room = most - LAST;
  for (const line of lines) {
    room -= size(line);
    if (room < 0 && kept.length > 0) break;
    kept.push(line);
  }
  const left = lines.length - kept.length;
  return left === 0 ? kept : [...kept, `… and ${countWords(left, 'more line')}: see the tracking issue.`];
}
