// The fields of a seed file that no config has.
import * as z from 'zod';
import { scalar } from '../../src/config/fields/scalar.ts';
import { pattern } from '../../src/config/fields/text.ts';

/** A text that is taken as it is written: files and bodies. */
export function raw(): z.ZodType<string> {
  return z.unknown().transform((input, context): string => {
    if (typeof input === 'string') return input;
    const params = { code: 'not-text', mend: 'Write a text; several lines begin with | on the line before.' };
    context.addIssue({ code: 'custom', message: 'A text belongs here.', params });
    return z.NEVER;
  });
}

export function name(what: string, example: string): z.ZodType<string> {
  return pattern({
    pattern: /^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/,
    code: 'bad-name',
    what,
    mend: `Write letters, digits, dots and hyphens, for example ${example}.`,
  });
}

/** The webhook may be on this machine, so http is as good as https. */
export function address(): z.ZodType<string> {
  const mend = 'Write where the App listens, for example http://127.0.0.1:3001/api/github/webhooks.';
  return scalar({
    mend,
    json: { type: 'string', format: 'uri' },
    read: (value) => {
      if (/^https?:\/\//.test(value) && URL.canParse(value)) return { value };
      return { code: 'bad-address', message: 'That is no address of a web server.', mend };
    },
  });
}

export const path = (): z.ZodType<string> =>
  pattern({
    pattern: /^(?!\/)(?!.*(?:^|\/)\.{1,2}(?:\/|$))[^\\\0]{1,300}$/,
    code: 'bad-path',
    what: 'the path of a file',
    mend: 'Write it from the root of the repository, for example docs/notes.md.',
  });

export const branch = (): z.ZodType<string> =>
  pattern({
    pattern: /^[A-Za-z0-9][\w./-]{0,199}$/,
    code: 'bad-branch',
    what: 'the name of a branch',
    mend: 'Write letters, digits, hyphens and slashes, for example fix/typo.',
  });

/** Of a job or a status. */
export const jobName = (): z.ZodType<string> =>
  pattern({
    pattern: /^[^\n]{1,100}$/,
    code: 'bad-job',
    what: 'the name of a job',
    mend: 'Write one line, for example unit tests.',
  });
