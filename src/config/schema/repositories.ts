// Other repositories that take part in a release.
import { branchPattern, either, keys, list, repositoryName } from '../fields.ts';

/** Each of them costs a request or two of every run that looks at everything. */
const MOST = 40;

const repository = keys({
  name: repositoryName().meta({ description: 'The owner and the repository.', example: 'acme/cli' }),
  branch: branchPattern().optional().meta({
    description:
      'Its release branch; `{version}` and `{minor}` (the first two numbers) are filled in. relcomms looks at the checks of its newest commit, and counts pull requests to it.',
    example: 'release-{minor}',
    defaultText: 'none; pull requests count by their GitHub milestone alone',
  }),
  tag: branchPattern().optional().meta({
    description: 'The tag of the release there; `{version}` and `{minor}` are filled in.',
    example: 'cli-v{version}',
    defaultText: 'the version, with or without `v`',
  }),
  after: list(repositoryName()).default([]).meta({
    description: 'Repositories that get their tag before it does: others of the list, or this one.',
    example: 'acme/core',
  }),
});

export const repositories = list(either(repositoryName(), repository), MOST).default([]);
