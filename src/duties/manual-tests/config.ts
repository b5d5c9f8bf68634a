// The config section `manual-tests`.
import * as z from 'zod';
import {
  branch,
  duration,
  keys,
  list,
  milestoneId,
  pattern,
  text,
  workingDaysOrNo,
  yesNo,
} from '../../config/fields.ts';
import { manualTests } from '../../config/schema/manual-tests.ts';
import type { References } from '../../domain/references.ts';

const WEEK = { amount: 1, unit: 'weeks' } as const;

/** Where the section names what has to exist elsewhere in the config. */
export const references: readonly References[] = [
  { path: ['tests', '*', 'team'], to: ['team'] },
  { path: ['tests', '*', 'candidates'], to: ['milestone'] },
  { path: ['candidates'], to: ['milestone'] },
];

const file = pattern({
  pattern: /^(?!.*\/\/)(?!.*\.\.)[A-Za-z0-9_.][A-Za-z0-9 ._/-]{0,195}\.ya?ml$/,
  code: 'bad-path',
  what: 'the path of a file of tests',
  fix: 'Write the path from the root of the repository; the file is YAML.',
});

const tag = pattern({
  pattern: /^(?!.*[.][.])(?!.*[.]lock$)(?=.*\{candidate\})(?:[\w.+/-]|\{version\}|\{candidate\}){1,200}$/,
  code: 'bad-tag',
  what: 'the name of a tag',
  fix: 'Write {candidate} where the id of the milestone stands, and {version} for the version, for example {version}-{candidate}.',
});

export const manualConfig = keys({
  tests: manualTests.default([]).meta({
    description:
      'Tests that people run by hand. `steps` say what to do, `expected` what should happen. A test is run once on each of its `platforms`, for each candidate or only for the `candidates` that it names. `complexity` is the effort, from 1 (minutes) to 5 (a day). `author` wrote what is tested, so somebody else runs the test. `component` is its sheet in a workbook, `covers` are the paths that it is about, and `since` is the version that it came with.',
    example: [
      {
        id: 'api-create-function',
        title: 'Create a function',
        team: 'api',
        steps: ['Open the console', 'Create a function from the template'],
        expected: 'The function answers within a minute.',
        platforms: ['linux', 'windows'],
        complexity: 2,
        candidates: ['rc1'],
        component: 'functions',
        covers: ['src/api/**'],
        author: 'carol',
        since: '1.2.0',
      },
    ],
  }),
  file: file.optional().meta({
    description:
      'A YAML file on the default branch with more tests, below `tests:` and with the same keys. For lists that are too long for the config.',
    example: 'tests/manual.yml',
    defaultText: 'none',
  }),
  candidates: list(milestoneId())
    .optional()
    .meta({
      description: 'Milestones by whose day the tests have to be run.',
      example: ['rc1', 'release'],
      defaultText: 'all release candidates',
    }),
  branch: branch().default('relcomms-tests').meta({
    description:
      'The branch that keeps the results, as VERSION/results.jsonl. With `workbook`, its workbook is beside it. relcomms creates the branch without any other files.',
    example: 'relcomms-tests',
  }),
  workbook: yesNo().default(false).meta({
    description:
      'Whether relcomms keeps a workbook beside the results, as VERSION/manual-tests.xlsx. People fill it in and push or upload it to the same place; the next run takes their cells into the results.',
    example: true,
  }),
  assign: duration().default(WEEK).meta({
    description: 'How long before a candidate its tests are assigned.',
    example: '1 week',
    defaultText: '1 week',
  }),
  remind: workingDaysOrNo().default(3).meta({
    description:
      'How long before a candidate relcomms begins to ask testers who have recorded nothing for a working day. A working day later it asks the lead of the team, then the release leads, each once. `no` asks nobody.',
    example: '3 working days',
    defaultText: '3 working days',
  }),
  'failing-issues': yesNo().default(true).meta({
    description:
      'Whether relcomms opens an issue for a failing test whose reason names none, ten in one run at most. It closes the issue when the test passes.',
    example: true,
  }),
  'failing-labels': list(text({ max: 50 }))
    .default(['failing-manual-test'])
    .meta({
      description: 'Labels of these issues; relcomms creates missing labels.',
      example: ['failing-manual-test', 'kind/bug'],
    }),
  'carry-over': yesNo().default(false).meta({
    description:
      'A pass counts for the next candidate only where none of the paths in `covers` changed between the tags of the two. Where GitHub lists 300 changed files, or the tags can not be compared, nothing counts. A test without `covers` is always run again.',
    example: true,
  }),
  tag: tag.optional().meta({
    description:
      'The tag of a candidate, with or without `v`. `{version}` is the version of the release, `{candidate}` the id of the milestone.',
    example: '{version}-{candidate}',
    defaultText: '{version}-rc.1 or {version}-rc1',
  }),
  'team-issues': yesNo().default(false).meta({
    description:
      'Whether each team gets an issue for each release, with a checkbox for each of its tests. Checking a box records a pass. Everybody who watches the repository gets an email for each new issue.',
    example: true,
    defaultText: 'no',
  }),
  'sign-off': yesNo().default(false).meta({
    description:
      'Whether each team signs off each candidate, with `/release sign-off` or a checkbox in the issue of the team. A candidate without it is amber, and red after its day.',
    example: true,
    defaultText: 'no',
  }),
}).superRefine(({ tests }, context) => {
  const seen = new Set<string>();
  for (const [index, { id }] of tests.entries()) {
    if (seen.has(id)) {
      const params = {
        code: 'repeated-test',
        fix: 'Give the later one another id; the results of the first depend on its id.',
      };
      const path = ['tests', index, 'id'];
      context.addIssue({ code: 'custom', message: `Two tests have the id "${id}".`, path, params });
    }
    seen.add(id);
  }
});

export type ManualConfig = z.infer<typeof manualConfig>;
