// The words of “the release is out”, the only message for everybody outside.
import type { NoticeLine } from '../../domain/notice.ts';
import type { Subject } from './input.ts';
import { line, text, wayLines } from './render.ts';

export function renderReleased(
  { release, input }: Subject,
  url: string,
): { title: string; lines: NoticeLine[] } {
  return {
    title: `${release.title} is out`,
    lines: [
      line(text(`${release.version} is released: you can use it now. The notes say what is new.`)),
      ...input.config.pages.map((page) => line({ kind: 'link' as const, text: pageName(page), url: page })),
      ...wayLines({ label: 'Read release notes', url }, undefined),
    ],
  };
}

/** `example.org/blog/v1-10`. */
function pageName(page: string): string {
  return page.replace(/^https:\/\//, '').replace(/\/$/, '');
}
