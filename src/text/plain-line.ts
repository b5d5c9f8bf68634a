// One line of plain text out of text from outside: no control character, nothing that reorders or hides text.

// oxlint-disable-next-line no-control-regex -- control characters are what it looks for
const CONTROLS = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g;
/** Characters that reorder or hide text, the invisible ones of tags among them. */
const INVISIBLE =
  /[\u00ad\u061c\u115f\u1160\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufeff\u{e0000}-\u{e007f}]/gu;

/** What is left is not escaped for any place yet. A half of a character becomes the sign for a broken one. */
export function plainLine(text: string): string {
  return text
    .replaceAll(/\p{Surrogate}/gu, '\ufffd')
    .replaceAll(CONTROLS, ' ')
    .replaceAll(INVISIBLE, '')
    .trim();
}
