// The words of “the release is out”, the only message for everybody outside.
import type { NoticeLine } from '../../domain/notice.ts';
import type { Subject } from './input.ts';
import { line, text } from './render.ts';

export function renderReleased(
  { release, input }: Subject,
  url: string,
): { title: string; lines: NoticeLine[] } {
  return {
    title: `${release.title} is out`,
    lines: [
      line(text(`${release.version} has been released. `), { kind: 'link', text: 'Release and notes', url }),
      ...input.config.pages.map((page) => line({ kind: 'link' as const, text: pageName(page), url: page })),
    ],
  };
}

/** `example.org/blog/v1-10`. */
function pageName(page: string): string {
  return page.replace(/^https:\/\//, '').replace(/\/$/, '');
}
