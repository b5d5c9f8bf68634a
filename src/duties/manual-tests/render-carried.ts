// The words of passes that carry over: how many did, or why none could.
import type { Comparison } from '../../domain/comparison.ts';
import type { Known } from '../../domain/known.ts';
import { escapeMarkdown } from '../../text/escape-markdown.ts';
import { countWords } from '../../text/words.ts';

export const carriedWords = {
  commit: (version: string) => `Files that changed between candidates of ${version}`,
  whyFile: () => 'what changed between two candidates',
};

/** One line of Markdown, escaped; undefined while the tags are not there and nothing is to be said. */
export function carriedLine(
  from: string,
  found: Known<Comparison | undefined>,
  count: number,
): string | undefined {
  const earlier = escapeMarkdown(from);
  if (!found.known)
    return `Nothing carries over from ${earlier}, because the tags could not be compared: ${escapeMarkdown(found.why)}`;
  if (found.value === undefined) return undefined;
  const { value } = found;
  if (value.files === undefined)
    return value.why === 'too-many'
      ? `Nothing carries over from ${earlier}, because too many files changed to list them.`
      : `Nothing carries over from ${earlier}, because its tag is not part of the next one.`;
  if (count === 0) return undefined;
  return `${countWords(count, 'pass', 'passes')} of ${earlier} ${count === 1 ? 'counts' : 'count'} here, because nothing that the ${count === 1 ? 'test covers' : 'tests cover'} changed.`;
}
