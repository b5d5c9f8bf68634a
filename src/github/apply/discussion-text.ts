// Title and text of a discussion, with the marker by which it is found again.
import type { Notice } from '../../domain/notice.ts';
import { escapeMarkdown } from '../../text/escape-markdown.ts';
import { markerLine } from '../../text/marker.ts';
import { noticeMarkdown } from '../../text/notice-markdown.ts';
import { plainLine } from '../../text/plain-line.ts';
import { shorten } from '../../text/shorten.ts';

/** GitHub takes 256 characters. */
const LONGEST_TITLE = 200;

/** GitHub shows titles as plain text. */
export function discussionText({ key, title, lines }: Notice): { title: string; body: string } {
  return {
    title: shorten(plainLine(title), LONGEST_TITLE) || 'Notice',
    body: `${markerLine(key)}\n${noticeMarkdown(lines)}\n`,
  };
}

/** A comment has no title of its own. */
export function discussionComment({ key, title, lines }: Notice): string {
  return `${markerLine(key)}\n**${escapeMarkdown(title) || 'Notice'}**\n\n${noticeMarkdown(lines)}\n`;
}
