// A checkbox that moves a date: its line in a pull request, with the exact move hidden behind the box.
import type { SlipMove } from '../domain/slip-pull.ts';

/** How a marked line begins, and how it is read. */
export const BOX_MARK = {
  begin: '<!-- relcomms:move ',
  line: /^[-*] \[([ xX])\] <!-- relcomms:move (\S{1,450})=(\S{10}) -->/,
} as const;

/** `words` are Markdown of one line, already escaped. */
export function slipBox({ milestone, to }: SlipMove, isChecked: boolean, words: string): string {
  return `- [${isChecked ? 'x' : ' '}] ${BOX_MARK.begin}${milestone}=${to} -->${words}`;
}

/** Whether a text can be the id of a milestone at all; whether there is one is for the config to say. */
export function isMilestoneId(text: string): boolean {
  return /^[a-z][a-z0-9.-]{0,449}$/.test(text);
}
