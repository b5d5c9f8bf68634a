// The words of “the release is out”, the only message for everybody outside.
import type { NoticeLine } from '../../domain/notice.ts';
import type { Publication } from '../../domain/observed.ts';
import { listWords } from '../../text/words.ts';
import type { Subject } from './input.ts';
import { line, text, wayLines } from './render.ts';

export function renderReleased(
  { release, input }: Subject,
  out: readonly Publication[],
): { title: string; lines: NoticeLine[] } {
  return {
    title: `${release.title} is out`,
    lines: [
      line(text(newsOf(out.map(({ version }) => version)))),
      ...input.config.pages.map((page) => line({ kind: 'link' as const, text: pageName(page), url: page })),
      ...notesOf(out),
    ],
  };
}

function newsOf(versions: readonly string[]): string {
  const [what, it] = versions.length > 1 ? ['are released', 'them'] : ['is released', 'it'];
  return `${listWords(versions)} ${what}: you can use ${it} now. The notes say what is new.`;
}

/** One button; of a train a link for each line. */
function notesOf([first, ...others]: readonly Publication[]): NoticeLine[] {
  if (first === undefined) return [];
  if (others.length === 0) return wayLines({ label: 'Read release notes', url: first.url }, undefined);
  return [first, ...others].map(({ version, url }) =>
    line({ kind: 'link' as const, text: `Read release notes of ${version}`, url }),
  );
}

/** `example.org/blog/v1-10`. */
function pageName(page: string): string {
  return page.replace(/^https:\/\//, '').replace(/\/$/, '');
}
