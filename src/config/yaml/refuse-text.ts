// What is refused before any parsing: too large, too many entries, not UTF-8, characters that hide something.
import type { LocatedProblem } from '../../domain/problem.ts';
import { hiddenCharacters } from './hidden.ts';
import type { Place } from './node.ts';

/** Largest file in bytes of UTF-8. The Kubernetes preset with a full release is under 10 KiB. */
export const MAX_BYTES = 64 * 1024;

/** Most keys, values and list items, counted with aliases spelt out. */
export const MAX_ENTRIES = 5000;

const MAX_HIDDEN_TOLD = 20;

/** How much of a file is read, and what to do about a larger one. */
export interface YamlLimits {
  readonly bytes: number;
  readonly entries: number;
  readonly fixBytes: string;
  readonly fixEntries: string;
}

const CONFIG_LIMITS: YamlLimits = {
  bytes: MAX_BYTES,
  entries: MAX_ENTRIES,
  fixBytes: 'Keep only the releases in work, and move tasks that several repositories share into a preset.',
  fixEntries: 'Keep only the releases in work; a cycle with all its tasks needs a few hundred lines.',
};

/** Problems that make reading the text pointless or unsafe; empty when it may be parsed. */
export function refuseText(
  source: string,
  placeAt: (offset: number) => Place,
  limits: YamlLimits = CONFIG_LIMITS,
): readonly LocatedProblem[] {
  const start = { line: 1, column: 1 };
  const bytes = source.length > limits.bytes ? source.length : Buffer.byteLength(source);
  if (bytes > limits.bytes) {
    const message = `The file is larger than ${limits.bytes / 1024} KiB.`;
    return [problem(start, 'too-large', message, [limits.fixBytes])];
  }
  const tooMany = entryBeyondLimit(source, limits.entries);
  if (tooMany !== undefined) {
    const message = `The file has more than ${limits.entries.toLocaleString('en')} keys and values.`;
    return [problem(placeAt(tooMany), 'too-many-entries', message, [limits.fixEntries])];
  }
  return [...badEncoding(source, placeAt), ...hidden(source, placeAt)];
}

/** Every entry needs a comma, a colon or a line of its own, so counting these bounds the work of a parser. */
function entryBeyondLimit(source: string, most: number): number | undefined {
  let count = 0;
  for (let offset = 0; offset < source.length; offset++) {
    const code = source.charCodeAt(offset);
    // , : line feed, carriage return
    if (code !== 44 && code !== 58 && code !== 10 && code !== 13) continue;
    count++;
    if (count > most) return offset;
  }
  return undefined;
}

function badEncoding(source: string, placeAt: (offset: number) => Place): readonly LocatedProblem[] {
  const offset = source.indexOf('\ufffd');
  if (offset < 0) return [];
  const fix = 'Save it as UTF-8 in your editor and write the damaged character again.';
  return [problem(placeAt(offset), 'not-utf8', 'The file is not valid UTF-8 here.', [fix])];
}

function hidden(source: string, placeAt: (offset: number) => Place): readonly LocatedProblem[] {
  return hiddenCharacters(source)
    .slice(0, MAX_HIDDEN_TOLD)
    .map(({ offset, name }) =>
      problem(placeAt(offset), 'hidden-character', `There is a hidden character (${name}) here.`, [
        'Delete it; such characters often come along when text is copied from a page or a chat.',
      ]),
    );
}

function problem(at: Place, code: string, message: string, fix: readonly [string]): LocatedProblem {
  return { code, severity: 'error', path: [], message, fix: fix[0], line: at.line, column: at.column };
}
