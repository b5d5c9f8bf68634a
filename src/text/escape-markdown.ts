// Makes text from outside harmless inside GitHub Markdown: no mention, link, HTML, table break, marker or command.

/** A zero-width space, written so that people see it in the source. GitHub links mentions after parsing, so a backslash is not enough. */
const GAP = '&#8203;';

// oxlint-disable-next-line no-control-regex -- control characters are what it looks for
const CONTROLS = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g;
/** Characters that reorder or hide text. */
const INVISIBLE = /[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;

/** One line of text in which nothing is live. */
export function escapeMarkdown(text: string): string {
  return (
    text
      .replaceAll(CONTROLS, ' ')
      .replaceAll(INVISIBLE, '')
      .replaceAll('&', '&amp;')
      .replaceAll('<', '&lt;')
      .replaceAll('>', '&gt;')
      .replaceAll(/[\\`*_[\]|~$]/g, String.raw`\$&`)
      // Before any other gap is made: a gap holds a # itself.
      .replaceAll(/#(?=\w)/g, `#${GAP}`)
      .replaceAll('@', `@${GAP}`)
      .replaceAll(/\b(GH)-(?=\d)/gi, `$1${GAP}-`)
      .replaceAll(/\b[0-9a-f]{7,40}\b/gi, (sha) => sha.replaceAll(/.{6}(?=.)/g, `$&${GAP}`))
      .replaceAll(/:\/\//g, `:${GAP}//`)
      .replaceAll(/\bwww\./gi, `www${GAP}.`)
      .replace(
        /^(\s*)(-+|\+|\d+[.)]|[=#]+)(?=\s|$)/,
        (_, space: string, sign: string) => `${space}${escapeLeading(sign)}`,
      )
      .replace(/^(\s*)\/(?=\w)/, `$1${GAP}/`)
      .trim()
  );
}

/** A short code span around text from outside; backticks and newlines can't end it, nor can a pipe end a table's cell. */
export function codeSpan(text: string): string {
  const clean = text
    .replaceAll(CONTROLS, ' ')
    .replaceAll(INVISIBLE, '')
    .replaceAll('`', "'")
    // Behind another backslash that of the pipe would not count.
    .replaceAll(/\\+(?=\|)/g, '')
    .trim();
  return clean === '' ? '' : `\`${clean.replaceAll('|', String.raw`\|`)}\``;
}

/** A Markdown link with an escaped label; the address must be `https:` and can't end the link. */
export function markdownLink(label: string, url: string): string {
  const safe = /^https:\/\/[^\s<>"]+$/.test(url);
  return safe ? `[${escapeMarkdown(label)}](<${url.replaceAll('|', '%7C')}>)` : escapeMarkdown(label);
}

function escapeLeading(sign: string): string {
  const last = sign.slice(-1);
  return `${sign.slice(0, -1)}\\${last}`;
}
