// The decoder of patterns over names of tests and jobs: RE2, which no text can keep busy for long.
import type * as z from 'zod';
import { patternOf } from '../../patterns/pattern.ts';
import { quoted } from '../yaml/hidden.ts';
import { scalar } from './scalar.ts';

const LONGEST = 300;
const FIX =
  'Write a regular expression as RE2 has it, without lookaround and backreferences: https://github.com/google/re2/wiki/Syntax';

/** A pattern that can be compiled, as it was written. It may match anywhere in a name: `^` and `$` tie it to the ends. */
export function testPattern(): z.ZodType<string> {
  return scalar({
    fix: FIX,
    json: { type: 'string', minLength: 1, maxLength: LONGEST },
    read: (value) => {
      if (value === '') return { code: 'empty-text', message: 'The text is empty.', fix: FIX };
      if (value.length > LONGEST) {
        const message = `The text has ${value.length} characters; at most ${LONGEST} are allowed.`;
        return { code: 'too-long', message, fix: 'Shorten it.' };
      }
      const pattern = patternOf(value);
      if (!('mistake' in pattern)) return { value };
      return {
        code: 'bad-pattern',
        message: `${quoted(value)} is not a pattern of RE2: ${pattern.mistake}.`,
        fix: FIX,
      };
    },
  });
}
