// Turns the bytes of an XML file into text that the parser can take, piece by piece.
import { beginsLate, encodingOf, readsAs } from './encoding.ts';
import type { Refusal } from './reading.ts';

/** What XML forbids even where tools write it: colours of terminals, half characters, C1 controls. */
// oxlint-disable-next-line no-control-regex -- control characters are what it looks for
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u0084\u0086-\u009f\ufffe\uffff]/g;

const AS_UTF8 = 'Let the tool write it as UTF-8.';

export interface XmlDecoder {
  /**
   * The text so far unseen. Bytes that the encoding does not have become U+FFFD: what a test printed does not spoil the
   * report.
   */
  write(bytes: Uint8Array): string;
  end(): string;
}

/** A decoder for the file that begins with these bytes, or why nothing can read it. They are still to be written. */
export function xmlDecoder(head: Uint8Array): XmlDecoder | Refusal {
  const strange = refuseStart(head);
  if (strange !== undefined) return strange;
  const encoding = encodingOf(head);
  if (!readsAs(encoding))
    return { message: `declares the encoding ${encoding}, which is not known`, fix: AS_UTF8 };
  // A mark at the start is left out.
  const decoder = new TextDecoder(encoding);
  return {
    write: (bytes) => decoder.decode(bytes, { stream: true }).replaceAll(FORBIDDEN, '\ufffd'),
    end: () => decoder.decode().replaceAll(FORBIDDEN, '\ufffd'),
  };
}

function refuseStart(head: Uint8Array): Refusal | undefined {
  const [first, second, third, fourth] = head;
  // UTF-32 in either order has two empty bytes in its first four, with or without a mark; nothing else of XML has.
  const isWide = (first === 0 && second === 0) || (third === 0 && fourth === 0);
  if (isWide) return { message: 'is UTF-32 or binary', fix: AS_UTF8 };
  if (first === 0x50 && second === 0x4b)
    return { message: 'is a zip archive', fix: 'Unpack it, and name the XML files.' };
  return beginsLate(head)
    ? { message: 'has blanks before its XML declaration', fix: 'Let the tool begin the file with <?xml.' }
    : undefined;
}
