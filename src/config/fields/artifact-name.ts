// The decoder of names of artifacts: a name as it is, or how names begin.
import type * as z from 'zod';
import { pattern } from './text.ts';

/**
 * A name, or the beginning of one before `*`. Names hold neither `" : < > | * ?` nor slashes (toolkit, `@actions/artifact`,
 * "Invalid artifact name"), so that a sign in its midst can only be a mistake.
 */
export function artifactName(): z.ZodType<string> {
  return pattern({
    pattern: /^(?=.{1,200}$)[^":<>|*?\r\n\\/]*[^":<>|?\r\n\\/]$/,
    code: 'bad-artifact',
    what: 'the name of an artifact',
    fix: 'Write the name, or how names begin and a star at the end: junit-*',
    suggest: (value) => value.replaceAll(/[":<>|*?\r\n\\/]+/g, '-').replace(/-$/, '*'),
  });
}
