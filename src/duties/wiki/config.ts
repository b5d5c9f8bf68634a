// The config section `wiki`.
import * as z from 'zod';
import type { TextPlace } from '../../domain/text-place.ts';
import { TITLE_VARIABLES, unknownVariables } from './page-title.ts';
import { keys, text, url } from '../../config/fields.ts';

/** The title of the page takes less, since it may not change with a day: see page-title.ts. */
export const texts: readonly TextPlace[] = [{ path: ['environment'], kind: 'link' }];

export const wikiConfig = keys({
  page: text({ max: 100 })
    .superRefine((title, context) => {
      const [name] = unknownVariables(title);
      if (name === undefined) return;
      const message = `The title uses {${name}}, which a page has no value for.`;
      const fix = `Write ${TITLE_VARIABLES.map((one) => `{${one}}`).join(', ')}, or {{${name}}} for the word in braces.`;
      context.addIssue({ code: 'custom', message, params: { code: 'unknown-variable', fix } });
    })
    .default('Release VERSION')
    .meta({
      description:
        'Title of the page of a release; `{version}` or VERSION is its version, `{minor}` its first two numbers, `{title}` its title. relcomms changes only its own part of the page.',
      example: 'Release {version}',
    }),
  environment: url().optional().meta({
    description: 'Where people can test the release candidate. It takes variables.',
    example: 'https://test.example.org',
    defaultText: 'no link',
  }),
});

export type WikiConfig = z.infer<typeof wikiConfig>;
