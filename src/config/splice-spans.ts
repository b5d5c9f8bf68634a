// A YAML document as spans of its source: where each key and value begins and ends, so that one can be replaced.
import { COLLECTION_STYLE, EVENT_ID, type Event, SCALAR_STYLE, type ScalarEvent, parseEvents } from 'js-yaml';

interface Extent {
  readonly start: number;
  /** Behind the last character. */
  readonly end: number;
  /** An anchor or a tag stands before it. */
  readonly marked: boolean;
}

export type TextSpan = Extent & {
  readonly kind: 'text';
  readonly style: 'plain' | 'single' | 'double' | 'block';
};

export type MapSpan = Extent & {
  readonly kind: 'map';
  readonly flow: boolean;
  readonly entries: readonly EntrySpan[];
};

export type ListSpan = Extent & {
  readonly kind: 'list';
  readonly flow: boolean;
  readonly items: readonly Span[];
};

/** Nothing is written, or an alias whose value stands elsewhere. */
export type OtherSpan = Extent & { readonly kind: 'nothing' | 'alias' };

export type Span = TextSpan | MapSpan | ListSpan | OtherSpan;

export interface EntrySpan {
  readonly name: string;
  readonly key: Span;
  readonly value: Span;
}

interface Walk {
  readonly source: string;
  readonly events: readonly Event[];
  next: number;
  /** Where the last key or value ended. */
  end: number;
}

/** The spans of a source that is known to be one well-formed document. */
export function spansOf(source: string): Span {
  // The first event opens the document.
  return readSpan({ source, events: parseEvents(source, {}), next: 1, end: 0 });
}

function readSpan(walk: Walk): Span {
  const event = walk.events[walk.next++];
  const nothing = { kind: 'nothing', start: walk.end, end: walk.end, marked: false } as const;
  if (event === undefined || event.type === EVENT_ID.DOCUMENT || event.type === EVENT_ID.POP) return nothing;
  if (event.type === EVENT_ID.ALIAS) {
    walk.end = event.anchorEnd;
    return { kind: 'alias', start: event.anchorStart - 1, end: event.anchorEnd, marked: false };
  }
  const marked = event.anchorStart >= 0 || event.tagStart >= 0;
  if (event.type === EVENT_ID.SCALAR)
    return event.valueStart < 0 ? { ...nothing, marked } : textSpan(walk, event, marked);
  const flow = event.style === COLLECTION_STYLE.FLOW;
  if (flow) walk.end = event.start + 1;
  if (event.type === EVENT_ID.SEQUENCE) {
    const items = readAll(walk, () => readSpan(walk));
    if (flow) walk.end = behindClosing(walk, ']');
    return { kind: 'list', flow, items, start: event.start, end: walk.end, marked };
  }
  const entries = readAll(walk, () => readEntry(walk));
  if (flow) walk.end = behindClosing(walk, '}');
  return { kind: 'map', flow, entries, start: event.start, end: walk.end, marked };
}

function readAll<T>(walk: Walk, read: () => T): T[] {
  const all: T[] = [];
  while (walk.next < walk.events.length && walk.events[walk.next]?.type !== EVENT_ID.POP) all.push(read());
  walk.next++;
  return all;
}

function readEntry(walk: Walk): EntrySpan {
  const key = readSpan(walk);
  const name = key.kind === 'text' ? innerText(walk.source, key) : '';
  return { name, key, value: readSpan(walk) };
}

function textSpan(walk: Walk, event: ScalarEvent, marked: boolean): TextSpan {
  const { valueStart, valueEnd } = event;
  const style = STYLES.get(event.style) ?? 'plain';
  const quote = style === 'single' || style === 'double' ? 1 : 0;
  const start = style === 'block' ? headerStart(walk.source, valueStart) : valueStart - quote;
  const end = style === 'block' ? textEnd(walk.source, valueEnd, valueStart) : valueEnd + quote;
  walk.end = end;
  return { kind: 'text', style, start, end, marked };
}

const STYLES = new Map<number, TextSpan['style']>([
  [SCALAR_STYLE.SINGLE_QUOTED, 'single'],
  [SCALAR_STYLE.DOUBLE_QUOTED, 'double'],
  [SCALAR_STYLE.LITERAL_BLOCK, 'block'],
  [SCALAR_STYLE.FOLDED_BLOCK, 'block'],
]);

/** Keys of a config are words, in which no quote needs an escape. */
function innerText(source: string, { start, end, style }: TextSpan): string {
  return style === 'single' || style === 'double'
    ? source.slice(start + 1, end - 1)
    : source.slice(start, end);
}

/** The `|` or `>` on the line above a text block. */
function headerStart(source: string, valueStart: number): number {
  const header = /[|>][-+0-9]*[ \t]*(?:#[^\r\n]*)?(?:\r\n|\n|\r)$/.exec(source.slice(0, valueStart));
  return header?.index ?? valueStart;
}

function textEnd(source: string, valueEnd: number, valueStart: number): number {
  let end = valueEnd;
  while (end > valueStart && /\s/.test(source.charAt(end - 1))) end--;
  return end;
}

/** Behind the bracket that closes a collection: only space, commas, colons and comments stand before it. */
function behindClosing({ source, end }: Walk, bracket: string): number {
  let offset = end;
  while (offset < source.length && source.charAt(offset) !== bracket) {
    const comment = source.charAt(offset) === '#' && /\s/.test(source.charAt(offset - 1));
    const rest = comment ? /[\r\n]/.exec(source.slice(offset)) : null;
    offset = comment ? offset + (rest?.index ?? source.length) : offset + 1;
  }
  return Math.min(offset + 1, source.length);
}
