// Numbers of issues within words as links, for places that make none of `#12` by themselves.
import type { NoticePart } from '../domain/notice.ts';

/** `anyIssue` is the address of one issue of the repository; without it the words stay as they are. */
export function issueLinks(words: string, anyIssue: string | undefined): NoticePart[] {
  const [, issues] = /^(https:\/\/.+\/issues)\/\d+$/.exec(anyIssue ?? '') ?? [];
  if (issues === undefined) return [{ kind: 'text', text: words }];
  return words
    .split(/(?<=^|\s)(#\d{1,9})(?!\w)/)
    .filter((piece) => piece !== '')
    .map((piece) =>
      /^#\d+$/.test(piece)
        ? { kind: 'link', text: piece, url: `${issues}/${piece.slice(1)}` }
        : { kind: 'text', text: piece },
    );
}
