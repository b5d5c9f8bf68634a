// The config section `calendar`.
import * as z from 'zod';
import { branch, keys, pattern } from '../../config/fields.ts';

export const calendarConfig = keys({
  branch: branch().default('relcomms-calendar').meta({
    description:
      'The branch that has the file; relcomms creates it if it is missing, with nothing else on it.',
    example: 'relcomms-calendar',
  }),
  path: pattern({
    pattern: /^(?!.*\/\/)(?!.*\.\.)[A-Za-z0-9_][A-Za-z0-9._/-]{0,195}\.ics$/,
    code: 'bad-path',
    what: 'the path of a calendar file',
    fix: 'Write the path from the root of the repository, for example release.ics.',
  })
    .default('release.ics')
    .meta({ description: 'The file: calendars subscribe to it.', example: 'release.ics' }),
});

export type CalendarConfig = z.infer<typeof calendarConfig>;
