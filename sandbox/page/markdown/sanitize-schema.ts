// What Markdown may hold as HTML: GitHub's own list, with a mark for task boxes.
import { type Schema, defaultSchema } from 'hast-util-sanitize';

export const SCHEMA: Schema = {
  ...defaultSchema,
  attributes: {
    ...defaultSchema.attributes,
    input: [...(defaultSchema.attributes?.['input'] ?? []), 'dataTask'],
  },
};
