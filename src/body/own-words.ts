// What stands in the comments that mark our own lines, and where in a line it stands.
import type { ChecklistGroup } from '../domain/issue-body.ts';
import { deadRanges } from '../text/markdown/dead-ranges.ts';

export function beginMarker(name: string, lineCount: number): string {
  return `<!-- relcomms:begin ${name} ${lineCount} -->`;
}

export function endMarker(name: string): string {
  return `<!-- relcomms:end ${name} -->`;
}

export function itemText(id: string, group: string, text: string): string {
  return `<!-- relcomms:task ${id} ${group} -->${text}${TASK.close}`;
}

export function groupText(group: Pick<ChecklistGroup, 'id' | 'heading' | 'fold'>): string {
  return `<!-- relcomms:group ${group.id} -->${groupWords(group)}${GROUP.close}`;
}

/**
 * Our words in the line of a group. One that folds ends the part before it: the line begins and ends with a comment, so
 * Markdown goes on behind it, whatever people put there.
 */
export function groupWords({ heading, fold }: Pick<ChecklistGroup, 'heading' | 'fold'>): string {
  if (fold === undefined) return heading;
  if (fold === 'end') return ENDS_PART;
  return `${ENDS_PART}<details${fold === 'open' ? ' open' : ''}><summary>${heading}</summary>`;
}

/** The id of the group that ends the last one that can be folded. */
export const END_OF_GROUPS = 'end';

/** How our words in the line of a group begin that can be folded. */
export const ENDS_PART = '</details>';

/** How our words begin and end in a line. */
interface Frame {
  readonly name: string;
  readonly open: RegExp;
  readonly close: string;
}

export const TASK: Frame = {
  name: 'relcomms:task',
  open: /<!-- relcomms:task (\S+) (\S+) -->/,
  close: '<!-- /relcomms:task -->',
};

export const GROUP: Frame = {
  name: 'relcomms:group',
  open: /<!-- relcomms:group (\S+) -->/,
  close: '<!-- /relcomms:group -->',
};

export interface OwnWords {
  /** What the first comment says. */
  readonly names: readonly string[];
  readonly before: string;
  readonly text: string;
  readonly after: string;
  /** The second comment is there; without it nobody knows where our words end, and all is `after`. */
  readonly isClosed: boolean;
}

/** Our first words in a line; undefined when there are none, or only an example in a span of code. */
export function ownWords(line: string, { name, open, close }: Frame): OwnWords | undefined {
  const found = line.includes(name) ? open.exec(line) : null;
  if (found === null) return undefined;
  const { 0: comment, index } = found;
  const before = line.slice(0, index);
  if (before.includes('`') && isInCode(line, index)) return undefined;
  const from = index + comment.length;
  const to = line.indexOf(close, from);
  const names = found.slice(1);
  return to < 0
    ? { names, before, text: '', after: line.slice(from), isClosed: false }
    : { names, before, text: line.slice(from, to), after: line.slice(to + close.length), isClosed: true };
}

function isInCode(line: string, at: number): boolean {
  return deadRanges(line).some(({ from, to }) => line[from] === '`' && from < at && at < to);
}
