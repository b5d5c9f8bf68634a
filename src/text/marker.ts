// The hidden, versioned marker by which relcomms knows its own texts again.

/** Where in the text a marker may stand: on a line of its own. */
const MARKER = /^[ \t]*<!-- relcomms:v1 ([A-Za-z0-9._~%+/-]+) -->[ \t]*$/m;

/** The marker line for a key. */
export function markerLine(key: string): string {
  return `<!-- relcomms:v1 ${key} -->`;
}

/**
 * The key of the first marker in a text, or undefined.
 * It counts only when one of our own accounts wrote the text: whoever calls this checks the author.
 */
export function readMarker(text: string): string | undefined {
  return MARKER.exec(text)?.[1];
}

/** All keys of a text: several comments that went together have a marker each, one below the other. */
export function readMarkers(text: string): string[] {
  const first = MARKER.exec(text);
  if (first === null) return [];
  const keys: string[] = [];
  for (const line of text.slice(first.index).split(/\r?\n/)) {
    const key = MARKER.exec(line)?.[1];
    if (key === undefined) break;
    keys.push(key);
  }
  return keys;
}

/** Joins parts to a key; what a key may not hold is percent-encoded, so that no version can break a comment. */
export function keyOf(...parts: readonly string[]): string {
  return parts.map((part) => encodeURIComponent(part).replaceAll(/[!'()*]/g, percentEncoded)).join('/');
}

function percentEncoded(character: string): string {
  return `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
}
