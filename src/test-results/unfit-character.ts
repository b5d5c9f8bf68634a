// What stands in the place of a reference to a code point that XML does not have: `&#0;`, `&#xFFFF;`.

/** `entity` stands between `&` and `;`. Undefined for what the parser of XML takes, or refuses, by itself. */
export function unfitCharacter(entity: string): string | undefined {
  const [, hex, decimal] = /^#(?:x([0-9a-f]+)|([0-9]+))$/i.exec(entity) ?? [];
  if (hex === undefined && decimal === undefined) return undefined;
  const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
  // Tools that count in UTF-16 write both halves of a character; a half alone becomes U+FFFD where it is kept.
  if (code >= 0xd800 && code <= 0xdfff) return String.fromCharCode(code);
  const fits = code > 0 && code <= 0x10ffff && code !== 0xfffe && code !== 0xffff;
  return fits ? undefined : '\ufffd';
}
