// What shows that a task is done, so that relcomms checks its box itself.
import { keys, pattern, publicPage, yesNo } from '../fields.ts';

export const proof = keys({
  tag: yesNo()
    .default(false)
    .meta({ description: 'The tag of the release is there, with or without `v`.', example: true }),
  'github-release': yesNo().default(false).meta({
    description: 'Its tag has a GitHub release that is neither a draft nor a pre-release.',
    example: true,
  }),
  page: publicPage().optional().meta({
    description: 'A page loads. It takes variables.',
    example: 'https://example.com/packages/{version}',
    defaultText: 'no page',
  }),
  workflow: pattern({
    pattern: /^[\w.-]{1,100}\.ya?ml$/,
    code: 'bad-workflow-file',
    what: 'the name of a workflow file',
    fix: 'Write the name of a file in .github/workflows, for example release.yml.',
    suggest: (value) => value.split('/').at(-1),
  })
    .optional()
    .meta({
      description: 'File of a workflow whose newest run on the commit of the tag succeeded.',
      example: 'packages.yml',
      defaultText: 'no workflow',
    }),
})
  .optional()
  .meta({
    description:
      'What shows that the task is done: everything that is named here. With the section `run-sheet`, relcomms looks for it on the day of the task and the day after, and checks the box. In a release with lines, tags and GitHub releases of all lines count.',
    example: { tag: true, workflow: 'packages.yml' },
    defaultText: 'people check the box',
  });
