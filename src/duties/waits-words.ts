// The words for what a task waits for.
import type { Release, Task } from '../domain/release.ts';
import { waitsFor } from '../schedule/after.ts';
import { escapeMarkdown } from '../text/escape-markdown.ts';
import { shorten } from '../text/shorten.ts';
import { listWords } from '../text/words.ts';

const LONGEST_TITLE = 60;
const MOST = 2;

/** `waits for #12 Settle the theme`, escaped; empty when it waits for nothing. */
export function waitsWords(
  task: Task,
  release: Release,
  done: ReadonlySet<string>,
  refTo: (id: string) => string,
): string {
  const before = waitsFor(task, release, done);
  if (before.length === 0) return '';
  const names = before
    .slice(0, MOST)
    .map(({ id, title }) => `${refTo(id)}${escapeMarkdown(shorten(title, LONGEST_TITLE))}`);
  const more = before.length > MOST ? [`${before.length - MOST} more`] : [];
  return `waits for ${listWords([...names, ...more])}`;
}
