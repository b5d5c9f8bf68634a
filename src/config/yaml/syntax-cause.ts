// What most often lies behind a YAML syntax error, seen from the lines around the place where the parser stopped.

/** A likelier place and wording than the parser's. Line and column count from 1. */
export interface SyntaxCause {
  readonly line: number;
  readonly column: number;
  readonly message: string;
  readonly fix: string;
}

interface Stop {
  readonly lines: readonly string[];
  /** Index of the line at which the parser stopped, and the offset in it, both from 0. */
  readonly row: number;
  readonly offset: number;
}

/** Lines above the stop that are searched for what was left open. */
const LOOK_BACK = 30;

/** The first cause that the lines show; undefined when they show none. Line and column count from 1. */
export function syntaxCause(lines: readonly string[], line: number, column: number): SyntaxCause | undefined {
  const stop = { lines, row: line - 1, offset: column - 1 };
  return (
    missingSpace(stop) ??
    missingColon(stop) ??
    valueBeginsBadly(stop) ??
    secondColon(stop) ??
    afterQuote(stop) ??
    commentInBracket(stop) ??
    braceInText(stop) ??
    leftOpen(stop)
  );
}

/** `release:2026-11-24`, on the line of the stop or just above it. */
function missingSpace({ lines, row }: Stop): SyntaxCause | undefined {
  for (const index of [row, row - 1]) {
    const match = /^(\s*(?:- )?)([a-z][a-z0-9.-]*):(?!\/\/)([^\s].*)$/i.exec(lines[index] ?? '');
    if (match === null) continue;
    const [, indent = '', key = '', value = ''] = match;
    return {
      line: index + 1,
      column: indent.length + key.length + 2,
      message: `A space is missing after "${key}:".`,
      fix: `Write "${key}: ${value.trim().slice(0, 40)}".`,
    };
  }
  return undefined;
}

/** `roles` with its keys below it, or `extends [kubernetes-comms]`, on the line of the stop or above it. */
function missingColon({ lines, row }: Stop): SyntaxCause | undefined {
  for (const index of [row, row - 1]) {
    const line = lines[index] ?? '';
    const [, indent = '', key, value = ''] =
      /^(\s*)([a-z][a-z-]*)(?:\s+([[{'"].*))?\s*$/.exec(line) ??
      /^(\s*- )([a-z][a-z-]*)\s+([^\s:]+)\s*$/.exec(line) ??
      [];
    const next = lines[index + 1] ?? '';
    const hasKeys = next.trim() !== '' && next.length - next.trimStart().length > indent.length;
    if (key === undefined || (value === '' && !hasKeys)) continue;
    return {
      line: index + 1,
      column: indent.length + key.length + 1,
      message: `A colon is missing after "${key}".`,
      fix: `Write "${`${key}: ${value.trim().slice(0, 40)}`.trim()}".`,
    };
  }
  return undefined;
}

function valueBeginsBadly({ lines, row, offset }: Stop): SyntaxCause | undefined {
  const text = lines[row] ?? '';
  const first = text.charAt(offset);
  const isInBracket = /[[{,]\s*$/.test(text.slice(0, offset)) && /[@`%]/.test(first);
  if (!isInBracket && !/[:-]\s+$/.test(text.slice(0, offset))) return undefined;
  const place = { line: row + 1, column: offset + 1 };
  if (first === '-')
    return {
      ...place,
      message: "A list can't begin on the line of its key.",
      fix: `Begin each item on a line of its own with "- ", or write [${text
        .slice(offset + 1)
        .trim()
        .slice(0, 40)}].`,
    };
  if (!/[@`%\]}|>,]/.test(first)) return undefined;
  const value = text.slice(offset).trim().slice(0, 40);
  const fix =
    first === '@' ? `Write a login without @; put anything else in quotes.` : `Put it in quotes: '${value}'.`;
  return { ...place, message: `A value can't begin with ${first}.`, fix };
}

/** `title: Theme: what is new`. */
function secondColon({ lines, row, offset }: Stop): SyntaxCause | undefined {
  const text = lines[row] ?? '';
  const match = /^(\s*(?:- )?[^\s:][^:]*:\s+)([^'"\s[{].*)$/.exec(text);
  const start = match?.[1]?.length ?? 0;
  if (match === null || text.charAt(offset) !== ':' || offset < start) return undefined;
  const value = match[2] ?? '';
  const quote = value.includes("'") ? '"' : "'";
  return {
    line: row + 1,
    column: offset + 1,
    message: 'This value has a second ": ", so it looks like another key.',
    fix: `Put the value in quotes: ${quote}${value.trim().slice(0, 60)}${quote}.`,
  };
}

/** `title: "Theme" and message`. */
function afterQuote({ lines, row, offset }: Stop): SyntaxCause | undefined {
  const text = lines[row] ?? '';
  const before = text.slice(0, offset).trimEnd();
  if (!/[:-]\s+(".*"|'.*')$/.test(before)) return undefined;
  return {
    line: row + 1,
    column: offset + 1,
    message: 'Text follows a closing quotation mark.',
    fix: 'Put the whole value in quotes, with single quotes outside if it holds double ones.',
  };
}

/** `{ slack: #release }`: what follows the # is a comment, and so is the bracket. */
function commentInBracket({ lines, row }: Stop): SyntaxCause | undefined {
  for (const index of [row, row - 1]) {
    const line = lines[index] ?? '';
    const [, before = '', word] = /^(.*?[[{].*?[:,[]\s*)(#[\w-]+)/.exec(line) ?? [];
    if (word === undefined || openIn(line) === undefined) continue;
    return {
      line: index + 1,
      column: before.length + 1,
      message: `"${word}" is read as a comment, so the bracket before it is never closed.`,
      fix: `Put it in quotes: '${word}'.`,
    };
  }
  return undefined;
}

/** `{ title: Tag {version} }`: between brackets a text with braces of its own needs quotes. */
function braceInText({ lines, row, offset }: Stop): SyntaxCause | undefined {
  for (const match of (lines[row] ?? '').matchAll(
    /(?<=[[{,]\s*(?:[\w-]+:\s+)?)[^\s'"[\]{},:][^'"[\]{},:]*\{[\w.-]+\}[^'"[\]{},]*/g,
  )) {
    const value = match[0].trim();
    if (offset < match.index || offset > match.index + match[0].length) continue;
    const message = `Between brackets, a text with { and } needs quotes.`;
    return { line: row + 1, column: match.index + 1, message, fix: `Write '${value.slice(0, 60)}'.` };
  }
  return undefined;
}

/** A bracket or a quotation mark that a line above opens and no line closes. */
function leftOpen({ lines, row }: Stop): SyntaxCause | undefined {
  for (let index = Math.min(row, lines.length - 1); index >= Math.max(0, row - LOOK_BACK); index--) {
    const open = openIn(lines[index] ?? '');
    if (open === undefined) continue;
    const bracket = { '[': ']', '{': '}' }[open.character];
    return {
      line: index + 1,
      column: open.offset + 1,
      message: `The ${bracket === undefined ? 'quotation mark' : 'bracket'} ${open.character} is never closed.`,
      fix: bracket === undefined ? 'Close it at the end of the text.' : `Close it with ${bracket}.`,
    };
  }
  return undefined;
}

/** What a line opens as a value and leaves open; a `#` after a space ends the line. */
function openIn(line: string): { readonly character: string; readonly offset: number } | undefined {
  const open: { character: string; offset: number }[] = [];
  for (let offset = 0; offset < line.length; offset++) {
    const character = line.charAt(offset);
    const top = open.at(-1)?.character;
    const quoted = top === '"' || top === "'";
    const begins = offset === 0 || /[\s[{,]/.test(line.charAt(offset - 1));
    if (top === '"' && character === '\\') offset++;
    else if (quoted && character === top) open.pop();
    else if (!quoted && character === '#' && begins) break;
    else if (!quoted && (character === ']' || character === '}')) open.pop();
    else if (!quoted && /["'[{]/.test(character) && (begins || top !== undefined))
      open.push({ character, offset });
  }
  return open[0];
}
