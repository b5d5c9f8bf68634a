// The config section `environments`.
import * as z from 'zod';
import {
  duration,
  id,
  keys,
  list,
  milestoneId,
  table,
  text,
  url,
  workingDays,
  yesNo,
} from '../../config/fields.ts';
import type { References } from '../../domain/references.ts';
import { looksSecret } from '../../domain/secret-shapes.ts';
import type { TextPlace } from '../../domain/text-place.ts';

const WEEK = { amount: 1, unit: 'weeks' } as const;

/** Where the section names what has to exist elsewhere in the config. */
export const references: readonly References[] = [
  { path: ['named', '*', 'for'], to: ['milestone'] },
  { path: ['named', '*', 'teams'], to: ['team'] },
  { path: ['named', '*', 'audiences'], to: ['audience'] },
  { path: ['override'], to: ['role'] },
];

export const texts: readonly TextPlace[] = [
  { path: ['named', '*', 'url'], kind: 'link' },
  { path: ['named', '*', 'access'], kind: 'text' },
];

const environment = keys({
  for: milestoneId().meta({
    description: 'The milestone of the candidate that teams test here.',
    example: 'rc1',
  }),
  url: withoutSecret(url()).optional().meta({
    description: 'Its address, if it is known before. It takes variables.',
    example: 'https://rc1.test.example.org',
    defaultText: 'the address in the command or in the deployment',
  }),
  check: yesNo().default(false).meta({
    description:
      'Count it as ready as soon as `url` answers. Only for an address that does not answer before.',
    example: false,
  }),
  deployment: text({ max: 255 }).optional().meta({
    description: 'Environment on GitHub: a successful deployment to it makes it ready.',
    example: 'rc1-test',
    defaultText: 'none',
  }),
  access: withoutSecret(text({ max: 300 }))
    .optional()
    .meta({
      description:
        'How people get access: a link, or a person to ask. Never a password or a token. It takes variables.',
      example: 'https://wiki.example.org/test-access',
      defaultText: 'nothing',
    }),
  teams: list(id())
    .optional()
    .meta({
      description: 'Teams that confirm that they can test.',
      example: ['api'],
      defaultText: 'all teams',
    }),
  audiences: list(id())
    .default([])
    .meta({
      description: 'Audiences that get the address once it is ready. External ones are left out.',
      example: ['teams'],
    }),
  'lead-time': workingDays().default(3).meta({
    description: 'Working days that teams have to test before the candidate may be merged.',
    example: '3 working days',
    defaultText: '3 working days',
  }),
  expires: duration().default(WEEK).meta({
    description: 'How long after the milestone it is taken down.',
    example: '1 week',
    defaultText: '1 week',
  }),
}).transform(({ 'lead-time': leadTime, ...rest }) => ({
  ...rest,
  /** Working days. */
  leadTime,
}));

export const environmentsConfig = keys({
  label: text({ max: 50 }).default('release-candidate').meta({
    description: 'Label of the pull request that merges a candidate. It gets the check “relcomms candidate”.',
    example: 'release-candidate',
  }),
  override: id().optional().meta({
    description:
      'Role that may let a candidate be merged in spite of the check, in addition to release leads and people with maintain access.',
    example: 'lead',
    defaultText: 'none',
  }),
  named: table(id(), environment)
    .default({})
    .meta({
      description:
        'The test environments by name. `for` is the milestone of the candidate, `lead-time` how long teams can test before its pull request is merged. It is ready by `/release environment ready URL NAME`, by a `deployment` on GitHub, or, with `check`, once `url` answers. Then `audiences` get the address with `access`, and `teams` confirm that they can test. It is taken down `expires` after the milestone. `url` and `access` take variables.',
      example: {
        'rc1-test': {
          for: 'rc1',
          url: 'https://rc1.test.example.org',
          check: false,
          deployment: 'rc1-test',
          access: 'https://wiki.example.org/test-access',
          teams: ['api'],
          audiences: ['teams'],
          'lead-time': '3 working days',
          expires: '1 week',
        },
      },
    }),
});

function withoutSecret(field: z.ZodType<string>): z.ZodType<string> {
  return field.superRefine((value, context) => {
    if (!looksSecret(value)) return;
    const params = {
      code: 'secret-in-text',
      fix: 'Delete it here and make a new one, since everybody could read it. Write a link, or a person to ask.',
    };
    context.addIssue({ code: 'custom', message: 'This looks like a password or a token.', params });
  });
}

export type EnvironmentsConfig = z.infer<typeof environmentsConfig>;

export type EnvironmentConfig = EnvironmentsConfig['named'][string];
