// A small reader of iCalendar files, written from RFC 5545 and not from what writes them.

/** A property: its name, its parameters and its value, with escapes undone. */
export interface Property {
  readonly name: string;
  readonly parameters: readonly string[];
  readonly value: string;
}

export interface Component {
  readonly name: string;
  readonly properties: readonly Property[];
  readonly components: readonly Component[];
}

/** Throws on whatever the RFC forbids. */
export function readCalendar(text: string): Component {
  if (!text.endsWith('\r\n')) throw new Error('the last line has no end');
  const lines = text.slice(0, -2).split('\r\n');
  for (const line of lines) {
    if (/[\r\n]/.test(line)) throw new Error(`a bare line end: ${JSON.stringify(line)}`);
    // oxlint-disable-next-line no-control-regex -- control characters are what it looks for
    if (/[\u0000-\u0008\u000a-\u001f\u007f]/.test(line)) throw new Error('a control character');
    if (Buffer.byteLength(line) > 75) throw new Error(`${Buffer.byteLength(line)} octets in a line`);
    if (/\p{Surrogate}/u.test(line)) throw new Error('half a character');
  }
  const unfolded = lines.join('\r\n').replaceAll('\r\n ', '').split('\r\n').map(readProperty);
  const { component, next } = readComponent(unfolded, 0);
  if (next !== unfolded.length) throw new Error('lines behind the calendar');
  return component;
}

function readComponent(lines: readonly Property[], at: number): { component: Component; next: number } {
  const begin = lines[at];
  if (begin?.name !== 'BEGIN') throw new Error(`expected BEGIN, found ${begin?.name}`);
  const properties: Property[] = [];
  const components: Component[] = [];
  let next = at + 1;
  for (;;) {
    const line = lines[next];
    if (line === undefined) throw new Error(`${begin.value} has no end`);
    if (line.name === 'END') {
      if (line.value !== begin.value) throw new Error(`${begin.value} ends as ${line.value}`);
      return { component: { name: begin.value, properties, components }, next: next + 1 };
    }
    if (line.name === 'BEGIN') {
      const inner = readComponent(lines, next);
      components.push(inner.component);
      ({ next } = inner);
    } else {
      properties.push(line);
      next += 1;
    }
  }
}

function readProperty(line: string): Property {
  const match = /^([A-Z0-9-]+)((?:;[A-Z0-9-]+=(?:"[^"]*"|[^";:,]*))*):(.*)$/s.exec(line);
  if (match === null) throw new Error(`not a property: ${line}`);
  const [, name = '', parameters = '', raw = ''] = match;
  return { name, parameters: parameters.split(';').slice(1), value: readText(raw, name) };
}

const STRUCTURED = new Set(['RRULE', 'TRIGGER']);

function readText(raw: string, name: string): string {
  if (STRUCTURED.has(name)) return raw;
  if (/(?<!\\)(?:\\\\)*[;,]/.test(raw)) throw new Error(`${name} has an unescaped separator`);
  if (/(?<!\\)(?:\\\\)*\\[^\\;,nN]/.test(raw)) throw new Error(`${name} has a strange escape`);
  return raw.replaceAll(/\\([\\;,nN])/g, (_, sign: string) => (sign.toLowerCase() === 'n' ? '\n' : sign));
}

export function valueOf({ properties, name: of }: Component, name: string): string {
  const found = properties.filter((property) => property.name === name);
  if (found.length !== 1) throw new Error(`${of} has ${found.length} times ${name}`);
  return found[0]?.value ?? '';
}

export function has({ properties }: Component, name: string): boolean {
  return properties.some((property) => property.name === name);
}
