// Turns the bytes of an XML file into text that the parser can take, piece by piece.
import type { Refusal } from './reading.ts';

/** What XML forbids even where tools write it: colours of terminals, half characters, C1 controls. */
// oxlint-disable-next-line no-control-regex -- control characters are what it looks for
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u0084\u0086-\u009f\ufffe\uffff]/g;

export const AS_UTF8 = 'Let the tool write it as UTF-8.';

export interface XmlDecoder {
  /** The text so far unseen. Bytes that are no UTF-8 become U+FFFD: what a test printed does not spoil the report. */
  write(bytes: Uint8Array): string;
  end(): string;
}

/** Decodes UTF-8, with or without its mark at the start. */
export function xmlDecoder(): XmlDecoder {
  const decoder = new TextDecoder();
  return {
    write: (bytes) => decoder.decode(bytes, { stream: true }).replaceAll(FORBIDDEN, '\ufffd'),
    end: () => decoder.decode().replaceAll(FORBIDDEN, '\ufffd'),
  };
}

/** What is wrong with a file that begins with these bytes; two are enough to tell. */
export function refuseStart([first, second]: Uint8Array): Refusal | undefined {
  const marked = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
  // A `<` or a blank, and the other half of it.
  if (marked || first === 0 || second === 0) return { message: 'is UTF-16 or binary', mend: AS_UTF8 };
  return first === 0x50 && second === 0x4b
    ? { message: 'is a zip archive', mend: 'Unpack it, and name the XML files.' }
    : undefined;
}

/** What is wrong with an encoding that the file declares. */
export function refuseEncoding(encoding: string | undefined): Refusal | undefined {
  return encoding === undefined || /^(?:utf-?8|us-ascii|ascii)$/i.test(encoding)
    ? undefined
    : { message: `declares the encoding ${encoding}`, mend: AS_UTF8 };
}
