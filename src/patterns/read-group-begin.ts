// Reads how a group begins: its name or its flags.
import { type Cursor, type Flags, refuse, take, takeMatch, textFrom } from './cursor.ts';

/** What follows `(`: a group whose parts follow, or flags for the rest of the group that the cursor is in. */
export function readGroupBegin(cursor: Cursor, names: Set<string>): 'group' | 'flags' {
  const from = cursor.at - 1;
  if (!cursor.text.startsWith('?', cursor.at)) return 'group';
  if (takeMatch(cursor, /\?P?</y) !== undefined) return readName(cursor, from, names);
  const found = takeMatch(cursor, /\?([imsU]*)(?:(-)([imsU]+))?([:)])/y);
  if (found === undefined) return refuseFlags(cursor, from);
  cursor.flags = flagsAfter(cursor.flags, found[1] ?? '', true);
  cursor.flags = flagsAfter(cursor.flags, found[3] ?? '', false);
  return found[4] === ':' ? 'group' : 'flags';
}

function readName(cursor: Cursor, from: number, names: Set<string>): 'group' {
  const begin = cursor.at;
  const end = cursor.text.indexOf('>', from);
  if (end === -1) return refuse('invalid named capture', cursor.text.slice(from));
  const name = cursor.text.slice(begin, end);
  cursor.at = end;
  take(cursor, '>');
  if (!/^\w+$/.test(name)) return refuse('invalid named capture', textFrom(cursor, from));
  if (names.has(name)) return refuse('duplicate capture group name', name);
  names.add(name);
  return 'group';
}

/** Up to and with the first sign that can't stand there. */
function refuseFlags(cursor: Cursor, from: number): never {
  takeMatch(cursor, /\?[imsU]*(?:-[imsU]*)?/y);
  takeMatch(cursor, /[^]/uy);
  return refuse('invalid or unsupported Perl syntax', textFrom(cursor, from));
}

function flagsAfter(flags: Flags, letters: string, on: boolean): Flags {
  return {
    anyCase: letters.includes('i') ? on : flags.anyCase,
    manyLines: letters.includes('m') ? on : flags.manyLines,
    dotAll: letters.includes('s') ? on : flags.dotAll,
  };
}
