// Walks through the text of a pattern; mistakes end the walk.

export interface Cursor {
  readonly text: string;
  /** Counted in UTF-16 units. */
  at: number;
  /** Set by `(?i)`, `(?m)` and `(?s)`, up to the end of the group. */
  flags: Flags;
}

export interface Flags {
  readonly anyCase: boolean;
  readonly manyLines: boolean;
  readonly dotAll: boolean;
}

/** Ends the reading; words and text are those of RE2. */
export function refuse(words: string, text = ''): never {
  throw new SyntaxError(text === '' ? words : `${words}: \`${text}\``);
}

/** The code point at the cursor, which moves behind it; undefined at the end. */
export function takeRune(cursor: Cursor): number | undefined {
  const rune = cursor.text.codePointAt(cursor.at);
  if (rune !== undefined) cursor.at += rune > 0xffff ? 2 : 1;
  return rune;
}

/** Whether the text goes on with the words; the cursor moves behind them then. */
export function take(cursor: Cursor, words: string): boolean {
  const there = cursor.text.startsWith(words, cursor.at);
  if (there) cursor.at += words.length;
  return there;
}

/** What a sticky expression finds at the cursor, which moves behind it. */
export function takeMatch(cursor: Cursor, sticky: RegExp): RegExpExecArray | undefined {
  sticky.lastIndex = cursor.at;
  const found = sticky.exec(cursor.text);
  if (found === null) return undefined;
  cursor.at = sticky.lastIndex;
  return found;
}

export function textFrom({ text, at }: Cursor, from: number): string {
  return text.slice(from, at);
}
