// One line of plain text out of text from outside: no control character, nothing that reorders or hides text.
import { CONTROLS, HALVES, INVISIBLE } from '../domain/code-points.ts';

/** What is left is not escaped for any place yet. A half of a character becomes the sign for a broken one. */
export function plainLine(text: string): string {
  return text.replaceAll(HALVES, '\ufffd').replaceAll(CONTROLS, ' ').replaceAll(INVISIBLE, '').trim();
}
