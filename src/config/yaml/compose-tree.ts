// From js-yaml's events to a tree of places: spells aliases out, and keeps going after a mistake.
import {
  COLLECTION_STYLE,
  EVENT_ID,
  type Event,
  type MappingEvent,
  SCALAR_STYLE,
  type ScalarEvent,
  type SequenceEvent,
  getScalarValue,
} from 'js-yaml';
import type { LocatedProblem, Path } from '../../domain/problem.ts';
import { composeAlias } from './compose-alias.ts';
import { composeKey, tellLostComment, tellRepeatedKey } from './compose-key.ts';
import { type Composer, createComposer, tell } from './composer.ts';
import { hiddenCharacters, quoted } from './hidden.ts';
import type { Entry, Node, Place } from './node.ts';

/** The tree of the first document, and problems of single values; a refused value is left as nothing. */
export function composeTree(
  source: string,
  events: readonly Event[],
  placeAt: (offset: number) => Place,
): { readonly node?: Node; readonly problems: readonly LocatedProblem[] } {
  if (events.length < 2 || events[1]?.type === EVENT_ID.POP) return { problems: [] };
  const composer = createComposer(source, events, placeAt);
  const node = composeNode(composer, [], 0);
  return { node, problems: composer.problems };
}

/** Reads the next node; `fallback` is the offset to name when the node has no characters of its own. */
function composeNode(composer: Composer, path: Path, fallback: number): Node {
  const event = composer.events[composer.next++];
  const sizeBefore = composer.size++;
  if (event === undefined || event.type === EVENT_ID.DOCUMENT || event.type === EVENT_ID.POP)
    return { kind: 'nothing', at: composer.placeAt(fallback) };
  if (event.type === EVENT_ID.ALIAS) return composeAlias(composer, path, event.anchorStart, event.anchorEnd);
  const node = composeValue(composer, event, path, fallback);
  if (event.tagStart >= 0) tellTag(composer, path, event.tagStart, event.tagEnd);
  if (event.anchorStart >= 0) {
    const name = composer.source.slice(event.anchorStart, event.anchorEnd);
    composer.anchors.set(name, { node, size: composer.size - sizeBefore });
  }
  return node;
}

function composeValue(
  composer: Composer,
  event: ScalarEvent | MappingEvent | SequenceEvent,
  path: Path,
  fallback: number,
): Node {
  if (event.type === EVENT_ID.SCALAR) return composeScalar(composer, event, path, fallback);
  const at = composer.placeAt(event.start);
  if (event.type === EVENT_ID.MAPPING)
    return { kind: 'map', entries: composeEntries(composer, path, event.start), at };
  const items: Node[] = [];
  while (!closes(composer))
    items.push(composeNode(composer, [...path, items.length], itemOffset(composer, event)));
  return { kind: 'list', items, at };
}

/** Where an empty item stands: at its dash. Other items have a place of their own. */
function itemOffset(composer: Composer, list: SequenceEvent): number {
  const item = composer.events[composer.next];
  const empty = item?.type === EVENT_ID.SCALAR && item.valueStart < 0;
  if (!empty || list.style !== COLLECTION_STYLE.BLOCK) return Math.max(list.start, composer.end);
  const dash = /^[ \t]*-(?=\s|$)/gm;
  dash.lastIndex = composer.end;
  const found = dash.exec(composer.source);
  if (found === null) return Math.max(list.start, composer.end);
  composer.end = found.index + found[0].length;
  return composer.end - 1;
}

function closes(composer: Composer): boolean {
  const event = composer.events[composer.next];
  if (event !== undefined && event.type !== EVENT_ID.POP) return false;
  composer.next++;
  return true;
}

function composeScalar(composer: Composer, event: ScalarEvent, path: Path, fallback: number): Node {
  const { style } = event;
  const text = getScalarValue(composer.source, event);
  const quote = style === SCALAR_STYLE.SINGLE_QUOTED || style === SCALAR_STYLE.DOUBLE_QUOTED;
  // The text of a block (| or >) begins a line below the key that people look for.
  const block = style === SCALAR_STYLE.LITERAL_BLOCK || style === SCALAR_STYLE.FOLDED_BLOCK;
  const own = event.valueStart >= 0 && !block;
  const at = composer.placeAt(own ? event.valueStart - (quote ? 1 : 0) : fallback);
  composer.end = Math.max(composer.end, event.valueEnd);
  if (style === SCALAR_STYLE.PLAIN && /^(|~|null)$/.test(text)) return { kind: 'nothing', at };
  // Only double quotes know escapes; what stands openly in the source has been looked for before.
  const hidden = style === SCALAR_STYLE.DOUBLE_QUOTED ? hiddenCharacters(text)[0] : undefined;
  if (hidden === undefined) return { kind: 'text', text, at };
  tell(composer, path, at, {
    code: 'hidden-character',
    message: `The text holds a hidden character (${hidden.name}).`,
    fix: 'Delete its escape sequence.',
  });
  return { kind: 'nothing', at };
}

function composeEntries(composer: Composer, path: Path, start: number): ReadonlyMap<string, Entry> {
  const entries = new Map<string, Entry>();
  while (!closes(composer)) {
    const event = composer.events[composer.next];
    const key = composeNode(composer, path, start);
    const scalar = event?.type === EVENT_ID.SCALAR && event.valueStart >= 0 ? event : undefined;
    const name = composeKey(composer, event, key, path);
    const below = name === undefined ? path : [...path, name];
    const value = composeNode(composer, below, scalar?.valueStart ?? start);
    if (name === undefined) continue;
    const first = entries.get(name);
    if (first === undefined) entries.set(name, { key: key.at, value });
    else tellRepeatedKey(composer, below, key.at, first.key);
    if (value.kind === 'nothing' && scalar !== undefined) tellLostComment(composer, below, scalar.valueEnd);
  }
  return entries;
}

function tellTag(composer: Composer, path: Path, start: number, end: number): void {
  const tag = composer.source.slice(start, end);
  // All scalars are text anyway.
  if (tag === '!!str') return;
  tell(composer, path, composer.placeAt(start), {
    code: 'yaml-tag',
    message: `The YAML tag ${quoted(tag)} is not supported.`,
    fix: 'Delete it; every value is read as it is written.',
  });
}
