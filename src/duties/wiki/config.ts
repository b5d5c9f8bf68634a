// The config section `wiki`.
import * as z from 'zod';
import { keys, text, url } from '../../config/fields.ts';

export const wikiConfig = keys({
  page: text({ max: 100 }).default('Release VERSION').meta({
    description:
      'Title of the page of a release; VERSION is its version. Only our own part of the page is changed.',
    example: 'Release VERSION',
  }),
  environment: url().optional().meta({
    description: 'Where the release candidate can be tested.',
    example: 'https://test.example.org',
    defaultText: 'not told',
  }),
});

export type WikiConfig = z.infer<typeof wikiConfig>;
