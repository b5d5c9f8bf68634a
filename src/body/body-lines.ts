// Reads a body line by line and finds our own lines in it: blocks, group headings and checklist items.

/** A line and what ended it, so that a body goes together again byte for byte. */
export interface Line {
  readonly text: string;
  readonly eol: string;
}

export interface ItemLine {
  readonly kind: 'item';
  readonly at: number;
  readonly id: string;
  /** The group in which we last put it; people may have moved it elsewhere. */
  readonly group: string;
  readonly ticked: boolean;
  /** Bullet and box: `- [ ] `. */
  readonly before: string;
  /** Our words. */
  readonly text: string;
  /** What people wrote behind them. */
  readonly after: string;
}

export interface GroupLine {
  readonly kind: 'group';
  readonly at: number;
  readonly id: string;
  readonly before: string;
  readonly text: string;
  readonly after: string;
}

export interface BlockLines {
  readonly kind: 'block';
  readonly name: string;
  /** Index of the line with the begin marker. */
  readonly begin: number;
  /** Index of the first line behind the block. */
  readonly end: number;
}

const ITEM =
  /^(\s*(?:[-*+]|\d{1,9}[.)])\s+\[([ xX])\]\s+)<!-- relcomms:task (\S+) (\S+) -->(.*?)<!-- \/relcomms:task -->(.*)$/;
const GROUP = /^(#{1,6}\s+)<!-- relcomms:group (\S+) -->(.*?)<!-- \/relcomms:group -->(.*)$/;
const BEGIN = /^<!-- relcomms:begin (\S+) (\d+) -->\s*$/;
const FENCE = /^ {0,3}(`{3,}|~{3,})/;

/** Splits a body into lines; `\r\n`, `\n` and a missing last end all survive. */
export function splitLines(body: string): Line[] {
  const lines: Line[] = [];
  for (const match of body.matchAll(/([^\r\n]*)(\r\n|\n|\r|$)/g)) {
    if (match[0] === '') break;
    lines.push({ text: match[1] ?? '', eol: match[2] ?? '' });
  }
  return lines;
}

export function joinLines(lines: readonly Line[]): string {
  return lines.map((line) => line.text + line.eol).join('');
}

/** The line end that the body uses: browsers send `\r\n`. */
export function eolOf(lines: readonly Line[]): string {
  return lines.some((line) => line.eol === '\r\n') ? '\r\n' : '\n';
}

export function beginMarker(name: string, lineCount: number): string {
  return `<!-- relcomms:begin ${name} ${lineCount} -->`;
}

export function endMarker(name: string): string {
  return `<!-- relcomms:end ${name} -->`;
}

export function itemText(id: string, group: string, text: string): string {
  return `<!-- relcomms:task ${id} ${group} -->${text}<!-- /relcomms:task -->`;
}

export function groupText(id: string, heading: string): string {
  return `<!-- relcomms:group ${id} -->${heading}<!-- /relcomms:group -->`;
}

/** All checklist items of ours, in order. What stands in code fences is somebody's example, not ours. */
export function findItems(lines: readonly Line[]): ItemLine[] {
  return unfenced(lines).flatMap(({ line, at }) => {
    const match = line.text.includes('relcomms:task') ? ITEM.exec(line.text) : null;
    if (match === null) return [];
    const [, before = '', box = ' ', id = '', group = '', text = '', after = ''] = match;
    return [{ kind: 'item' as const, at, id, group, ticked: box !== ' ', before, text, after }];
  });
}

/** All group headings of ours, in order. */
export function findGroups(lines: readonly Line[]): GroupLine[] {
  return unfenced(lines).flatMap(({ line, at }) => {
    const match = line.text.includes('relcomms:group') ? GROUP.exec(line.text) : null;
    if (match === null) return [];
    const [, before = '', id = '', text = '', after = ''] = match;
    return [{ kind: 'group' as const, at, id, before, text, after }];
  });
}

/**
 * The first block of that name. Without its end marker (people delete it by accident) the begin marker's
 * own count of lines says how far it reaches, so that what people wrote behind it stays theirs.
 */
export function findBlock(lines: readonly Line[], name: string): BlockLines | undefined {
  for (const { line, at } of unfenced(lines)) {
    const match = BEGIN.exec(line.text);
    if (match === null || match[1] !== name) continue;
    const found = endOf(lines, at, name);
    const counted = Math.min(lines.length, at + 1 + Number(match[2]));
    return { kind: 'block', name, begin: at, end: found ?? counted };
  }
  return undefined;
}

function endOf(lines: readonly Line[], begin: number, name: string): number | undefined {
  for (let at = begin + 1; at < lines.length; at++) {
    const text = lines[at]?.text ?? '';
    if (text.trim() === endMarker(name)) return at + 1;
    if (BEGIN.test(text) || GROUP.test(text) || ITEM.test(text)) return undefined;
  }
  return undefined;
}

/** Lines outside code fences; a fence that is never closed reaches to the end, as Markdown has it. */
function unfenced(lines: readonly Line[]): { line: Line; at: number }[] {
  const open: { line: Line; at: number }[] = [];
  let fence: string | undefined;
  lines.forEach((line, at) => {
    const mark =
      line.text.includes('```') || line.text.includes('~~~') ? FENCE.exec(line.text)?.[1] : undefined;
    if (fence === undefined && mark === undefined) open.push({ line, at });
    else if (fence === undefined) fence = mark;
    else if (mark?.startsWith(fence) === true && line.text.trim() === mark) fence = undefined;
  });
  return open;
}
