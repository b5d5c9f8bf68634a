// Holds names against patterns of the config, in time that no pattern can blow up.
import { RE2JS } from 're2js';

/** Names beyond this length are cut: nobody means their end. */
const LONGEST = 1000;

const compiled = new Map<string, RE2JS | undefined>();

/** Whether one of the patterns matches somewhere in the name. A pattern that is none matches nothing. */
export function matchesAny(patterns: readonly string[], name: string): boolean {
  return patterns.some((pattern) => compile(pattern)?.matcher(name.slice(0, LONGEST)).find() === true);
}

function compile(pattern: string): RE2JS | undefined {
  if (!compiled.has(pattern)) {
    // A server lives long, and configs change.
    if (compiled.size > 1000) compiled.clear();
    compiled.set(pattern, tryCompile(pattern));
  }
  return compiled.get(pattern);
}

function tryCompile(pattern: string): RE2JS | undefined {
  try {
    return RE2JS.compile(pattern);
  } catch {
    return undefined;
  }
}
