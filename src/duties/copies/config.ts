// The config section `copies`.
import * as z from 'zod';
import { branch, keys, list, pattern, repositoryName, yesNo } from '../../config/fields.ts';

/** Each may cost a part of a request a day. */
const MOST = 30;

const file = keys({
  repository: repositoryName().optional().meta({
    description: 'The repository that has the file.',
    example: 'acme/website',
    defaultText: 'the repository of this config',
  }),
  path: pattern({
    pattern: /^(?!.*\/\/)(?!.*\.\.)[A-Za-z0-9_.][A-Za-z0-9 ._/-]{0,195}\.(?:mdx?|markdown|ya?ml|json|ics)$/,
    code: 'bad-path',
    what: 'the path of a file that can have dates',
    fix: 'Write the path from the root of the repository. The file is Markdown, YAML, JSON, or a calendar (.ics).',
  }).meta({ description: 'The file, from the root of its repository.', example: 'content/releases/1.34.md' }),
  branch: branch().optional().meta({
    description: 'The branch that has the file.',
    example: 'main',
    defaultText: 'the default branch',
  }),
  propose: yesNo().default(false).meta({
    description:
      'Open a pull request that changes the dates. Only for files in the repository of this config.',
    example: true,
  }),
}).superRefine(({ propose, repository }, context) => {
  if (!propose || repository === undefined) return;
  const params = {
    code: 'propose-elsewhere',
    fix: 'Remove "propose", or remove "repository" if it is this one.',
  };
  const message = 'relcomms opens pull requests only in the repository of its config.';
  context.addIssue({ code: 'custom', message, params });
});

export const copiesConfig = keys({
  files: list(file, MOST)
    .default([])
    .meta({
      description:
        'Files that repeat dates of a release: tables and lists in Markdown, front matter, YAML, JSON, and calendars. relcomms compares them with the config after each change, and files in other repositories once a day as well.',
      example: [
        { path: 'docs/releases/1.34.md', propose: true },
        { repository: 'acme/website', path: 'data/releases.yml' },
      ],
    }),
});

export type CopiesConfig = z.infer<typeof copiesConfig>;
