// Makes one bounded line of a text from a report: raw, but without control characters.
import { shorten } from '../text/shorten.ts';
import { LONGEST_LINE } from './limits.ts';

/** Colours of a terminal; the reader of XML has put U+FFFD in place of their first character. */
// oxlint-disable-next-line no-control-regex -- control characters are what it looks for
const COLOURS = /[\u001b\ufffd]\[[0-9;]{0,20}m/g;
// oxlint-disable-next-line no-control-regex -- see above
const CONTROLS = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g;

/** Most names are: they need no second look. */
const PLAIN = /^[ -~]*$/;

/** The whole text as one line of at most 300 characters. Nothing in it is escaped. */
export function oneLine(text: string): string {
  const clean = PLAIN.test(text) ? text : text.replaceAll(COLOURS, '').replaceAll(CONTROLS, ' ');
  const line = clean.trim();
  return owned(line.length <= LONGEST_LINE ? line : shorten(line, LONGEST_LINE));
}

/** The first line that says something. */
export function firstLine(text: string): string {
  return oneLine(/[^\s][^\r\n]*/.exec(text)?.[0] ?? '');
}

/** A part of a string keeps all of it in memory; this copy does not. Half characters become U+FFFD. */
function owned(text: string): string {
  return Buffer.from(text, 'utf8').toString('utf8');
}
