// The decoder of names of repositories: the owner, a slash, the repository.
import type * as z from 'zod';
import { pattern } from './text.ts';

/** `acme/cli`, as in github.com/acme/cli. */
export function repositoryName(): z.ZodType<string> {
  return pattern({
    pattern: /^[A-Za-z0-9][A-Za-z0-9-]{0,38}\/(?!\.{1,2}$)[A-Za-z0-9._-]{1,100}$/,
    code: 'bad-repository',
    what: 'the name of a repository',
    fix: 'Write the owner and the repository as in github.com/acme/cli: acme/cli',
    suggest: (value) => value.replace(/^(?:https?:\/\/)?github\.com\//, '').replace(/(?:\.git|\/)$/, ''),
  });
}
