// Text of any characters at all, for properties: the one of fast-check takes seconds to get ready.
import * as fc from 'fast-check';

/** Characters from the whole of Unicode, most of them from its first pages; halves of characters too. */
export function anyText(maxLength = 60): fc.Arbitrary<string> {
  const character = fc
    .oneof(
      fc.integer({ min: 0, max: 0x2ff }),
      fc.integer({ min: 0x2000, max: 0x206f }),
      fc.integer({ min: 0, max: 0x10ffff }),
    )
    .map((point) => String.fromCodePoint(point));
  return fc.array(character, { maxLength }).map((characters) => characters.join(''));
}
