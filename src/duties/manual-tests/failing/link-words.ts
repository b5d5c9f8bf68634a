// How the link of a result is shown: a number for an issue of this repository, else where it leads.
import { markdownLink } from '../../../text/escape-markdown.ts';
import { numberIn } from './link-of.ts';

/** Markdown, escaped; a link of people's own says where it leads. */
export function linkWords(link: string, repository: string | undefined): string {
  const number = numberIn(link, repository);
  if (number !== undefined) return `#${number}`;
  return markdownLink(URL.canParse(link) ? new URL(link).hostname : link, link);
}
