// Tests that people run by hand, as a maintainer writes them: in the config or in a file of their own.
import * as z from 'zod';
import { id, keys, list, login, milestoneId, pattern, text, version, wholeNumber } from '../fields.ts';

/** Most tests in one list; each may be run on several platforms and in several candidates. */
const MAX_TESTS = 5000;

const platform = () =>
  pattern({
    pattern: /^[a-zA-Z0-9][\w.-]{0,39}$/,
    code: 'bad-platform',
    what: 'the name of a platform',
    fix: 'Write one word without spaces, for example linux or windows-11.',
    suggest: (value) =>
      value
        .trim()
        .replaceAll(/[^\w.-]+/g, '-')
        .slice(0, 40),
  });

const shape = {
  id: id().meta({
    description: 'The permanent name of the test; its results depend on it.',
    example: 'api-create-function',
  }),
  title: text({ max: 160 }).meta({ description: 'What is tested.', example: 'Create a function' }),
  steps: list(text({ max: 500 }))
    .default([])
    .meta({
      description: 'What to do, a line for each step.',
      example: ['Open the console', 'Create a function from the template'],
    }),
  expected: text({ max: 1000, lines: true }).optional().meta({
    description: 'What should happen.',
    example: 'The function answers within a minute.',
    defaultText: 'nothing is said',
  }),
  team: id().meta({ description: 'The team that runs it, by its id in `teams`.', example: 'api' }),
  component: id().optional().meta({
    description: 'The part of the product; each has a sheet of its own in the workbook.',
    example: 'functions',
    defaultText: 'the team',
  }),
  platforms: list(platform())
    .default([])
    .meta({ description: 'Where it is run: once on each of them.', example: ['linux', 'windows'] }),
  complexity: wholeNumber({ min: 1, max: 5 }).default(1).meta({
    description: 'The effort, from 1 (minutes) to 5 (a day). Tests are shared out evenly by it.',
    example: 2,
  }),
  candidates: list(milestoneId())
    .optional()
    .meta({
      description: 'The candidates that need it, by the ids of their milestones.',
      example: ['rc1'],
      defaultText: 'all candidates',
    }),
  covers: list(text({ max: 300 }))
    .default([])
    .meta({
      description: 'Paths that it is about, written as in CODEOWNERS.',
      example: ['src/api/**'],
    }),
  author: login().optional().meta({
    description: 'Who wrote what is tested. Somebody else runs the test.',
    example: 'carol',
    defaultText: 'nobody in particular',
  }),
  since: version().optional().meta({
    description: 'The version with which it came.',
    example: '1.2.0',
    defaultText: 'nothing is said',
  }),
};

const manualTest = keys(shape);

export const manualTests = list(manualTest, MAX_TESTS);

/** What a file of tests holds: `tests:` and nothing else. */
export const testsFile = keys({ tests: manualTests });

export type WrittenTest = z.infer<typeof manualTest>;
