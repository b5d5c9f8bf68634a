// Where the values of a YAML document are written.
import { EVENT_ID, type Event, getScalarValue, parseEvents } from 'js-yaml';

export type Path = readonly (string | number)[];

/** Counted from 1. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

/** Finds the place of the value at a path, or of its key; of the nearest thing around it where it is not written. */
export type Locate = (path: Path, atKey?: boolean) => Place;

/** Looks only when it is asked: most seeds have no mistake. Throws js-yaml's exception for a text that is no YAML. */
export function placesOf(source: string): Locate {
  let look: Locate | undefined;
  return (path, atKey) => (look ??= lookUp(source))(path, atKey);
}

function lookUp(source: string): Locate {
  const values = new Map<string, number>();
  const names = new Map<string, number>();
  walk({ source, events: parseEvents(source, {}), at: 1, values, names }, [], 0);
  return (path, atKey = false) => {
    for (let length = path.length; length > 0; length--) {
      const key = JSON.stringify(path.slice(0, length));
      const found = (atKey && length === path.length ? names.get(key) : undefined) ?? values.get(key);
      if (found !== undefined) return placeAt(source, found);
    }
    return { line: 1, column: 1 };
  };
}

/** Line and column of an offset. */
export function placeAt(source: string, offset: number): Place {
  const before = source.slice(0, offset).split(/\r\n|\n|\r/);
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}

interface Walk {
  readonly source: string;
  readonly events: readonly Event[];
  /** The next event. */
  at: number;
  readonly values: Map<string, number>;
  readonly names: Map<string, number>;
}

/** `from`: where the key of the value begins, which is where people look for what is written below it. */
function walk(state: Walk, path: Path, from: number): void {
  const event = state.events[state.at++];
  if (event === undefined) return;
  state.values.set(JSON.stringify(path), beginOf(state.source, event, from));
  if (event.type === EVENT_ID.MAPPING) walkMap(state, path);
  if (event.type === EVENT_ID.SEQUENCE)
    for (let index = 0; goesOn(state); index++) walk(state, [...path, index], nextStart(state, from));
}

function walkMap(state: Walk, path: Path): void {
  while (goesOn(state)) {
    const key = state.events[state.at++];
    if (key?.type !== EVENT_ID.SCALAR) return;
    const inside = [...path, getScalarValue(state.source, key)];
    state.names.set(JSON.stringify(inside), key.valueStart);
    walk(state, inside, key.valueStart);
  }
}

/** Ends with the collection, and steps over its end. */
function goesOn(state: Walk): boolean {
  const event = state.events[state.at];
  if (event !== undefined && event.type !== EVENT_ID.POP) return true;
  state.at += 1;
  return false;
}

/** A value on a later line than its key is looked for at the key. */
function beginOf(source: string, event: Event, from: number): number {
  const start = startOf(event);
  return start < from || /[\r\n]/.test(source.slice(from, start)) ? from : start;
}

/** Where an item of a list begins: at its first text. */
function nextStart({ events, at }: Walk, otherwise: number): number {
  for (let next = at; next < events.length; next++) {
    const event = events[next];
    const start = event === undefined ? -1 : startOf(event);
    if (start >= 0) return start;
  }
  return otherwise;
}

function startOf(event: Event): number {
  if (event.type === EVENT_ID.SCALAR) return event.valueStart;
  return event.type === EVENT_ID.MAPPING || event.type === EVENT_ID.SEQUENCE ? event.start : -1;
}
