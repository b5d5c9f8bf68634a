// The beginnings of blocks of Markdown, as GitHub's specification has them (https://github.github.com/gfm/).

export interface Fence {
  readonly mark: '`' | '~';
  readonly length: number;
}

/** A fence that opens code: the words behind one of backticks hold none. */
export function fenceIn(words: string): Fence | undefined {
  const mark = words[0];
  if (mark !== '`' && mark !== '~') return undefined;
  const [run] = /^(?:`{3,}|~{3,})/.exec(words) ?? [];
  if (run === undefined) return undefined;
  return mark === '`' && words.includes('`', run.length) ? undefined : { mark, length: run.length };
}

export function closesFence(words: string, { mark, length }: Fence): boolean {
  const [run = ''] = (mark === '`' ? /^`+(?=[ \t]*$)/ : /^~+(?=[ \t]*$)/).exec(words) ?? [];
  return run.length >= length;
}

export function isHeading(words: string): boolean {
  return words.startsWith('#') && /^#{1,6}(?:[ \t]|$)/.test(words);
}

/** The line below a heading's words. */
export function isUnderline(words: string): boolean {
  return /^(?:=+|-+)[ \t]*$/.test(words);
}

/** `---`, `* * *`, `___`. */
export function isBreak(words: string): boolean {
  const mark = words[0];
  if (mark !== '-' && mark !== '*' && mark !== '_') return false;
  let count = 0;
  for (const character of words) {
    if (character === mark) count += 1;
    else if (character !== ' ' && character !== '\t') return false;
  }
  return count >= 3;
}

export interface ListMark {
  /** Characters of the mark itself. */
  readonly width: number;
  /** Whether it may end a paragraph: it has words behind it, and a number is 1. */
  readonly interrupts: boolean;
}

export function listMarkIn(words: string): ListMark | undefined {
  const [all, mark = '', number] = /^([-+*]|(\d{1,9})[.)])(?=[ \t]|$)/.exec(words) ?? [];
  if (all === undefined) return undefined;
  const isEmpty = words.slice(mark.length).trim() === '';
  return { width: mark.length, interrupts: !isEmpty && (number === undefined || number === '1') };
}

/** A footnote's beginning: its width. */
export function footnoteIn(words: string): number | undefined {
  return words.startsWith('[^') ? /^\[\^[^\s\]]{1,100}\]:/.exec(words)?.[0].length : undefined;
}

/** The line between the head of a table and its rows: how many cells it has. */
export function tableCells(words: string): number | undefined {
  if (!/^[ \t]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$/.test(words)) return undefined;
  return words.includes('|') || words.includes(':') ? cellsIn(words) : undefined;
}

/** Cells of a row; a pipe behind a backslash is none's end. */
export function cellsIn(words: string): number {
  const inner = words.trim().replace(/^\|/, '').replace(/\|$/, '');
  return inner.replaceAll(/\\./g, '').split('|').length;
}
