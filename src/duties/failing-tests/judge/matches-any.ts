// Holds names against patterns of the config, in time that no pattern can blow up.
import { type Pattern, patternOf } from '../../../patterns/pattern.ts';

/** Names beyond this length are cut: nobody means their end. */
const LONGEST = 1000;

const compiled = new Map<string, Pattern | undefined>();

/** Whether one of the patterns matches somewhere in the name. A pattern that is none matches nothing. */
export function matchesAny(patterns: readonly string[], name: string): boolean {
  return patterns.some((pattern) => compile(pattern)?.matches(name.slice(0, LONGEST)) === true);
}

function compile(text: string): Pattern | undefined {
  if (!compiled.has(text)) {
    // A server lives long, and configs change.
    if (compiled.size > 1000) compiled.clear();
    const pattern = patternOf(text);
    compiled.set(text, 'mistake' in pattern ? undefined : pattern);
  }
  return compiled.get(text);
}
