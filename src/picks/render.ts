// The words about a fix that a release branch lacks.
import type { Fix } from '../domain/pull.ts';
import { codeSpan, escapeMarkdown } from '../text/escape-markdown.ts';
import { shorten } from '../text/shorten.ts';
import { listWords } from '../text/words.ts';

const LONGEST_BRANCH = 80;
const LONGEST_TITLE = 80;

/** `#12 Mend the login`; Markdown. */
export function pullWords({ number, title }: { readonly number: number; readonly title: string }): string {
  return `#${number} ${escapeMarkdown(shorten(title, LONGEST_TITLE))}`;
}

/** A branch, or several; Markdown. */
export function branchWords(...branches: readonly string[]): string {
  return listWords(branches.map((branch) => codeSpan(shorten(branch, LONGEST_BRANCH))));
}

/** `#12 Mend the login, merged into main and not cherry-picked to release-1.0`; Markdown. */
export function unpickedWords(fix: Fix, branches: readonly string[]): string {
  return `${pullWords(fix)}, merged into ${branchWords(fix.base)} and not cherry-picked to ${branchWords(...branches)}`;
}
