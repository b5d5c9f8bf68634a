// Plain values as YAML, the way people write it: short things on one line, long things below each other.

/** Widest line of a value on one line. */
const WIDTH = 96;

/** A value on one line: `{ on: 2026-11-09, fixed: yes }`. */
export function inline(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(inline).join(', ')}]`;
  if (typeof value === 'object' && value !== null) {
    const pairs = Object.entries(value).map(([key, inner]) => `${key}: ${inline(inner)}`);
    return pairs.length === 0 ? '{}' : `{ ${pairs.join(', ')} }`;
  }
  return scalarText(value);
}

/** Whether a value is short and shallow enough for one line after `before` characters. */
export function fitsInline(value: unknown, before: number): boolean {
  if (before + inline(value).length > WIDTH) return false;
  if (Array.isArray(value)) return value.every((item) => typeof item !== 'object');
  if (typeof value !== 'object' || value === null) return true;
  return Object.values(value).every((inner) => fitsInline(inner, before));
}

/** A scalar, in quotes where YAML or a careless reader would take it for something else. */
export function scalarText(value: unknown): string {
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value !== 'string') return String(value);
  const day = /^\d{4}-\d\d-\d\d$/.test(value);
  const plain =
    /^[A-Za-z0-9][^:#,[\]{}'"\\]*$/.test(value) && (!/^\d/.test(value) || day || /^\d+ /.test(value));
  const word = /^(yes|no|on|off|true|false|null)$/i.test(value);
  const link = /^https:\/\/[^\s#,[\]{}'"]+$/.test(value);
  if ((plain && !word) || link) return value;
  return value.includes("'") ? JSON.stringify(value) : `'${value}'`;
}

/** Text as lines of comment, broken at `width` characters. */
export function comment(text: string, indent: string, width = WIDTH): readonly string[] {
  const lines: string[] = [];
  let line = `${indent}#`;
  for (const word of text.split(' ')) {
    if (line.length + word.length + 1 > width && line !== `${indent}#`) {
      lines.push(line);
      line = `${indent}#`;
    }
    line += ` ${word}`;
  }
  return [...lines, line];
}
