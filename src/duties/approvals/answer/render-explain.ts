// An explanation as Markdown for an answer on the pull request, and as plain text for the command line.
import { escapeMarkdown } from '../../../text/escape-markdown.ts';
import { shorten } from '../../../text/shorten.ts';
import { type Reason, sentence } from '../judge/reason.ts';

/** More rules than these are counted: a comment has an end. */
const MOST = 60;
const LONGEST_VALUE = 200;

/** `when` is the day and time of the look, with its zone. */
export function renderExplanation(reasons: readonly Reason[], when: string): string {
  const lines = reasons
    .slice(0, MOST)
    .map((reason) => `- **${reason.rule}:** ${sentence(reason, inMarkdown)}.`);
  const more = reasons.length > MOST ? [`- and ${reasons.length - MOST} more`] : [];
  return [`Approval status, ${when}:`, '', ...lines, ...more].join('\n');
}

/** A line for each rule, in columns. */
export function printExplanation(reasons: readonly Reason[]): string {
  const width = Math.max(0, ...reasons.map(({ rule }) => rule.length));
  return reasons.map((reason) => `${reason.rule.padEnd(width)}  ${sentence(reason, inTerminal)}\n`).join('');
}

function inMarkdown(value: string): string {
  return escapeMarkdown(shorten(value, LONGEST_VALUE));
}

/** More than a page would need to lose: a terminal joins no emoji for sure. */
const UNSAFE = /[\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}\p{Zl}\p{Zp}]+/gu;

/** Without characters that move the cursor, colour or reorder what a terminal shows. */
function inTerminal(value: string): string {
  return shorten(value, LONGEST_VALUE).replaceAll(UNSAFE, ' ');
}
