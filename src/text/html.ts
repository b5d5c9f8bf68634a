// HTML with everything escaped unless it was made here.

const SAFE = Symbol('safe');

/** HTML that is known to be safe. */
export interface Html {
  readonly [SAFE]: true;
  readonly text: string;
}

export type Piece = Html | string | number | undefined | false | readonly Piece[];

/** A template whose values are escaped; nested templates and lists of them are taken as they are. */
export function html(strings: TemplateStringsArray, ...values: readonly Piece[]): Html {
  const parts = strings.map((text, index) => text + (index < values.length ? write(values[index]) : ''));
  return trusted(parts.join(''));
}

/** HTML from a renderer that has made it safe itself. */
export function trusted(text: string): Html {
  return { [SAFE]: true, text };
}

function write(value: Piece): string {
  if (value === undefined || value === false) return '';
  if (typeof value === 'string' || typeof value === 'number') return escape(String(value));
  return isHtml(value) ? value.text : value.map(write).join('');
}

function isHtml(value: Html | readonly Piece[]): value is Html {
  return SAFE in value;
}

function escape(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}
