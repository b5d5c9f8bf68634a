// The config section `failing-tests`.
import type * as z from 'zod';
import {
  artifactName,
  keys,
  list,
  metaOf,
  testPattern,
  text,
  wholeNumber,
  workingDays,
} from '../../config/fields.ts';

const WITHIN_JSON = metaOf(workingDays()).json;

/** Working days. */
const patience = workingDays()
  .optional()
  .transform((days) => days ?? 1);

export const failingTestsConfig = keys({
  labels: list(text({ max: 50 }))
    .default(['failing-test'])
    .meta({
      description: 'Labels of failing-test issues; relcomms creates missing labels.',
      example: ['failing-test', 'kind/bug'],
    }),
  grace: wholeNumber({ min: 0, max: 10 }).default(1).meta({
    description:
      'How many more red runs a new failure gets before relcomms opens an issue and mentions anybody. A test that is green again by then is at most listed as flaky.',
    example: 1,
  }),
  'green-runs': wholeNumber({ min: 1, max: 20 }).default(3).meta({
    description: 'After how many green runs in a row relcomms closes a failing-test issue.',
    example: 3,
  }),
  'answer-within': patience.meta({
    description:
      'Working days without an answer before relcomms asks the team lead, and again as many before it asks the release leads, then the role scrum-master. It skips people who have the issue already.',
    example: '1 working day',
    defaultText: '1 working day',
    json: WITHIN_JSON,
  }),
  jobs: list(testPattern())
    .optional()
    .meta({
      description: 'Regular expressions (RE2) of the names of jobs, checks, and statuses that count.',
      example: ['^ci/', '^e2e'],
      defaultText: 'all of them',
    }),
  'ignore-jobs': list(testPattern())
    .default([])
    .meta({
      description: 'Of those, the ones that do not count: jobs that may fail.',
      example: ['experimental', '^nightly'],
    }),
  artifacts: list(artifactName())
    .default([])
    .meta({
      description:
        'Artifacts of workflows on the release branch that hold JUnit XML: names, or beginnings of names before a star. relcomms reads the ones from the newest run of each workflow; this needs the permission actions: read.',
      example: ['junit', 'test-results-*'],
      defaultText: 'none',
    }),
}).transform((section) => ({
  labels: section.labels,
  grace: section.grace,
  greenRuns: section['green-runs'],
  /** Working days. */
  answerWithin: section['answer-within'],
  /** Absent: all of them. */
  jobs: section.jobs,
  ignoreJobs: section['ignore-jobs'],
  /** Names, or beginnings of names before a star. */
  artifacts: section.artifacts,
}));

export type FailingTestsConfig = z.infer<typeof failingTestsConfig>;
