// HTML blocks of Markdown: where one begins, and what ends it (https://github.github.com/gfm/#html-blocks).

/** What ends it: a text within a line, or the next blank line. */
export type HtmlEnd = RegExp | 'blank';

/** Whether the HTML that begins with these words is one comment and ends in the same line. */
export function isOneComment(words: string): boolean {
  return /^<!--(?!-?>)/.test(words) && words.includes('-->');
}

const RAW = /^<(?:script|pre|style|textarea)(?=[\s>]|$)/i;

/** Tags that begin a block wherever they are. */
const TAGS =
  'address|article|aside|base|basefont|blockquote|body|caption|center|col|colgroup|dd|details|dialog|dir|div|dl|dt|fieldset|figcaption|figure|footer|form|frame|frameset|h[1-6]|head|header|hr|html|iframe|legend|li|link|main|menu|menuitem|nav|noframes|ol|optgroup|option|p|param|search|section|source|summary|table|tbody|td|tfoot|th|thead|title|tr|track|ul';

const BLOCK = new RegExp(String.raw`^</?(?:${TAGS})(?=[\s>]|/>|$)`, 'i');

/** A whole tag alone on its line; it ends no paragraph. */
const ALONE =
  /^(?:<[A-Za-z][A-Za-z0-9-]*(?:\s+[A-Za-z_:][A-Za-z0-9_.:-]*(?:\s*=\s*(?:[^\s"'=<>`]+|'[^']*'|"[^"]*"))?)*\s*\/?>|<\/[A-Za-z][A-Za-z0-9-]*\s*>)\s*$/;

const END_OF_COMMENT = /-->/;

/** Longest line that is looked at as a tag alone; a longer one is text, which is never less safe. */
const LONGEST = 2000;

export function htmlStart(words: string, inParagraph: boolean): HtmlEnd | undefined {
  if (!words.startsWith('<')) return undefined;
  if (words.startsWith('<!--')) return END_OF_COMMENT;
  if (RAW.test(words)) return /<\/(?:script|pre|style|textarea)>/i;
  if (words.startsWith('<?')) return /\?>/;
  if (words.startsWith('<![CDATA[')) return /\]\]>/;
  if (/^<![A-Za-z]/.test(words)) return />/;
  if (BLOCK.test(words)) return 'blank';
  return !inParagraph && words.length <= LONGEST && ALONE.test(words) ? 'blank' : undefined;
}
