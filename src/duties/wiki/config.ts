// The config section `wiki`.
import * as z from 'zod';
import { keys, text, url } from '../../config/fields.ts';

export const wikiConfig = keys({
  page: text({ max: 100 }).default('Release VERSION').meta({
    description:
      'Title of the page of a release; VERSION is its version. relcomms changes only its own part of the page.',
    example: 'Release VERSION',
  }),
  environment: url().optional().meta({
    description: 'Where people can test the release candidate.',
    example: 'https://test.example.org',
    defaultText: 'no link',
  }),
});

export type WikiConfig = z.infer<typeof wikiConfig>;
