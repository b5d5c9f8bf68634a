// The words of what is frozen: until when, and what is still allowed.
import type { Instant } from '../../domain/day.ts';
import { formatDay } from '../../domain/day.ts';
import { escapeMarkdown } from '../../text/escape-markdown.ts';
import { dayWords } from '../../text/words.ts';
import type { Freeze } from './freezes.ts';

/** `until 1.2.0 is out (due Fri 20 Mar)`, of a milestone `until Branch cut (Fri 13 Mar)`. `words` makes the name safe. */
export function untilWords(
  { release, until }: Freeze,
  now: Instant,
  words: (text: string) => string = escapeMarkdown,
): string {
  const day = formatDay(until.day, 'ddd D MMM');
  if (until.id !== 'release') return `until ${words(until.title)} (${day})`;
  return `until ${words(release.version)} is out (${until.deadline <= now ? 'was due' : 'due'} ${day})`;
}

/** `since Code freeze, Tue 3 Mar 2020,`. */
export function sinceWords({ milestone }: Freeze): string {
  return `since ${escapeMarkdown(milestone.title)}, ${dayWords(milestone.day)},`;
}

/** `pull requests with the label a or b, and those with an exception`; `words` makes a label safe. */
export function allowedWords(labels: readonly string[], words: (text: string) => string): string {
  if (labels.length === 0) return 'pull requests with an exception';
  const last = labels.slice(-1).map(words);
  const first = labels.slice(0, -1).map(words);
  const names = first.length === 0 ? last.join('') : `${first.join(', ')} or ${last.join('')}`;
  return `pull requests with the label ${names}, and those with an exception`;
}
