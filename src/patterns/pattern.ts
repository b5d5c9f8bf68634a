// Patterns over names, as RE2 has them: they need time for the length of the name, whatever they say.
import { finds } from './finds.ts';
import { programOf } from './program.ts';
import { readPattern } from './read-pattern.ts';

export interface Pattern {
  /** Whether it matches somewhere in the text: `^` and `$` tie it to the ends. */
  readonly matches: (text: string) => boolean;
}

/** The pattern, or what is wrong with it, in the words of RE2. */
export function patternOf(text: string): Pattern | { readonly mistake: string } {
  try {
    const program = programOf(readPattern(text));
    return { matches: (name) => finds(program, name) };
  } catch (error) {
    if (error instanceof SyntaxError) return { mistake: error.message };
    throw error;
  }
}
