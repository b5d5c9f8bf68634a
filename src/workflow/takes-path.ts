// Whether the `paths` of an event take a file in, as GitHub reads them.
import { globMatches, parseGlob } from '../owners/glob.ts';

/** `**` beside other characters of a name, which no pattern of CODEOWNERS has. */
const GLUED = /[^/]\*\*|\*\*[^/]/;

/** The last pattern that fits decides, and `!` takes away. A pattern that only GitHub can read counts as fitting. */
export function takesPath(patterns: readonly string[], path: string): boolean {
  return patterns.reduce((isIn, pattern) => {
    const isAway = pattern.startsWith('!');
    return fits(isAway ? pattern.slice(1) : pattern, path) ? !isAway : isIn;
  }, false);
}

function fits(pattern: string, path: string): boolean {
  return GLUED.test(pattern) || globMatches(parseGlob(`/${pattern}`), path.split('/'));
}
