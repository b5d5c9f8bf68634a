// The tasks of the generated example: each key of a task once.

export const TASK_EXAMPLES = [
  {
    id: 'launch-stream',
    title: 'Prepare the launch stream',
    role: 'lead',
    due: 'week 5 friday',
    'not-before': 'week 5',
    optional: true,
    labels: ['area/events'],
    steps: [
      'Book the studio',
      {
        id: 'rehearse',
        text: 'Rehearse the change of speakers, with the stage and [the checklist of the studio](https://example.com/studio)',
      },
    ],
    notes: 'Only if there is a speaker; ask by week 3.',
    link: 'https://example.com/launch-stream',
    source: ['handbook 4.2'],
  },
  {
    id: 'partner-call',
    title: 'Call the partners',
    role: 'shadow',
    week: 3,
    every: '2 weeks',
    until: 'release',
  },
  {
    id: 'booth',
    title: 'Run the booth at the conference',
    after: ['launch-stream'],
    span: [
      { state: 'begin', title: 'Book the booth', week: 6, source: ['handbook 5.1'] },
      { state: 'finish', due: 'rc1 - 3 working days' },
    ],
  },
  {
    id: 'wiki-page',
    title: 'Open the page in the wiki',
    role: 'lead',
    week: 1,
    'done-by': ['wiki.page'],
  },
  { id: 'tag', title: 'Tag and publish', role: 'lead', due: 'release', per: 'line' },
  {
    id: 'submit',
    title: 'Submit the release to {event} (call for papers closes {cfp})',
    role: 'lead',
    due: 'cfp - 5 working days',
    per: 'event',
  },
  {
    id: 'packages',
    title: 'Build the packages',
    role: 'lead',
    due: 'release at 12:00',
    proof: {
      tag: true,
      'github-release': true,
      page: 'https://example.com/packages/{version}',
      workflow: 'packages.yml',
    },
  },
  { id: 'media-roundtable', remove: true },
];
