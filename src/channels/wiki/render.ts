// A notice as a section of a wiki page, in which nobody is mentioned.
import type { Notice } from '../../domain/notice.ts';
import { escapeMarkdown } from '../../text/escape-markdown.ts';
import { noticeMarkdown } from '../../text/notice-markdown.ts';

export function renderWiki({ title, lines }: Pick<Notice, 'title' | 'lines'>): string {
  const heading = `## ${escapeMarkdown(title) || 'Notice'}`;
  return lines.length === 0 ? heading : `${heading}\n\n${noticeMarkdown(lines)}`;
}
