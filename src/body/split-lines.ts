// A body as lines that go together again byte for byte, each with whether it can hold anything of ours.
import { type BlockLine, blockLines } from '../text/markdown/blocks.ts';

/** A line and what ended it. */
export interface Line {
  readonly text: string;
  readonly eol: string;
  /** In code or in HTML whose words are no Markdown, as the first line of it or a further one: somebody's example. */
  readonly dead?: 'first' | 'further' | undefined;
}

/** Splits a body into lines; `\r\n`, `\n` and a missing last end all survive. */
export function splitLines(body: string): Line[] {
  const lines: Line[] = [];
  for (const match of body.matchAll(/([^\r\n]*)(\r\n|\n|\r|$)/g)) {
    if (match[0] === '') break;
    lines.push({ text: match[1] ?? '', eol: match[2] ?? '' });
  }
  // What holds no marker of ours may hold the place for one.
  const blocks = blockLines(lines.map(({ text }) => text));
  return lines.map((line, at) => {
    const block = blocks[at];
    if (!isDead(block)) return line;
    // Indented code begins without a sign.
    const isFirst = block?.begins === true || !isDead(blocks[at - 1]);
    return { ...line, dead: isFirst ? 'first' : 'further' };
  });
}

export function joinLines(lines: readonly Line[]): string {
  return lines.map((line) => line.text + line.eol).join('');
}

/** The line end that the body uses: browsers send `\r\n`. */
export function eolOf(lines: readonly Line[]): string {
  return lines.some((line) => line.eol === '\r\n') ? '\r\n' : '\n';
}

/**
 * The nearest place at or above index `at` where a line that is put in is no part of code or of such HTML. What is
 * never closed reaches to the end, as Markdown has it.
 */
export function openPlace(lines: readonly Line[], at: number): number {
  let place = at < lines.length || !isLeftOpen(lines) ? at : lines.length - 1;
  while (lines[place]?.dead === 'further') place -= 1;
  return place;
}

/** Whether a line behind the last would be dead. */
export function isLeftOpen(lines: readonly Line[]): boolean {
  if (lines.at(-1)?.dead === undefined) return false;
  return isDead(blockLines([...lines.map(({ text }) => text), 'x']).at(-1));
}

function isDead(block: BlockLine | undefined): boolean {
  return block?.kind === 'code' || block?.kind === 'fence' || block?.html === 'raw';
}
