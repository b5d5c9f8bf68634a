// Tells in which encoding an XML file is written: by its mark, by how its first character lies, by what it declares.

/** Bytes of the start that are enough to tell; a declaration is shorter. */
export const ENOUGH_TO_TELL = 1024;

const DECLARED = /^<\?xml\s[^>]*?\sencoding\s*=\s*(?:"([^"<>]*)"|'([^'<>]*)')/;

/** Encodings in which no declaration could be read byte by byte: whoever wrote one of these did not mean it. */
const NOT_SO = /^(?:utf-?16|utf-?32|ucs-?[24]|iso-10646-ucs-[24]|unicode$)/i;

/** Whether more bytes could still change what `encodingOf` says. */
export function isUndecided(head: Uint8Array): boolean {
  if (head.length < 4) return true;
  const begin = ascii(head).trimStart();
  return head.length < ENOUGH_TO_TELL && '<?xml'.startsWith(begin.slice(0, 5)) && !begin.includes('?>');
}

/** A label for `TextDecoder`, or what the file declares though nothing knows it. */
export function encodingOf(head: Uint8Array): string {
  const [first, second, third] = head;
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8';
  if ((first === 0xff && second === 0xfe) || second === 0) return 'utf-16le';
  if ((first === 0xfe && second === 0xff) || first === 0) return 'utf-16be';
  const [, double, single] = DECLARED.exec(ascii(head)) ?? [];
  const declared = (double ?? single)?.trim();
  return declared === undefined || declared === '' || NOT_SO.test(declared) ? 'utf-8' : declared;
}

/** Whether an encoding of this name can be read. */
export function readsAs(encoding: string): boolean {
  try {
    return new TextDecoder(encoding).encoding !== '';
  } catch {
    return false;
  }
}

/** Whether blanks stand before the declaration, where XML has none. */
export function beginsLate(head: Uint8Array): boolean {
  return /^(?:\xef\xbb\xbf)?\s+<\?xml\s/.test(ascii(head));
}

function ascii(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
}
