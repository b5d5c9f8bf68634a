// A place in a line of Markdown, counted in columns: a tab reaches to the next multiple of four.

export interface LineCursor {
  readonly text: string;
  /** Index of the next character. */
  at: number;
  /** Column of the next character. */
  column: number;
  /** Columns of the tab before `at` that are not used up yet. */
  rest: number;
}

export function startCursor(text: string): LineCursor {
  return { text, at: 0, column: 0, rest: 0 };
}

/** Columns of white space that follow. */
export function indentAt(cursor: LineCursor): number {
  let columns = cursor.rest;
  let column = cursor.column;
  for (let at = cursor.at; ; at++) {
    const character = cursor.text[at];
    if (character === ' ') [columns, column] = [columns + 1, column + 1];
    else if (character === '\t') {
      const width = 4 - (column % 4);
      [columns, column] = [columns + width, column + width];
    } else return columns;
  }
}

/** Goes on by so many columns of white space; a tab may be used up in part. */
export function skipColumns(cursor: LineCursor, count: number): void {
  let left = count;
  const used = Math.min(left, cursor.rest);
  cursor.rest -= used;
  left -= used;
  while (left > 0) {
    const character = cursor.text[cursor.at];
    if (character !== ' ' && character !== '\t') return;
    const width = character === ' ' ? 1 : 4 - (cursor.column % 4);
    cursor.at += 1;
    cursor.column += width;
    cursor.rest = Math.max(0, width - left);
    left -= Math.min(width, left);
  }
}

/** Goes on by so many characters that are no white space. */
export function skipCharacters(cursor: LineCursor, count: number): void {
  cursor.at += count;
  cursor.column += count;
  cursor.rest = 0;
}

/** What is left of the line, without its indent. */
export function wordsAt({ text, at }: LineCursor): string {
  return text.slice(at).trimStart();
}

export function isBlank({ text, at }: LineCursor): boolean {
  for (let index = at; index < text.length; index++)
    if (text[index] !== ' ' && text[index] !== '\t') return false;
  return true;
}
